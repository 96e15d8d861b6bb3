package dev.fairlead.cli.lint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where the fields of a resource stand. */
final class Places {

    /** A name, an index, or a key in brackets. */
    private static final Pattern PART = Pattern.compile("\\[([^\\]]*)]|([^.\\[]+)");

    private Places() {}

    /** The node of a field, or of the nearest one around it that is there. */
    static Node of(Node root, String field) {
        Node place = root;
        Matcher parts = PART.matcher(field);
        while (parts.find()) {
            String part = parts.group(1) == null ? parts.group(2) : parts.group(1);
            Optional<Node> below = below(place, part);
            if (below.isEmpty()) {
                return place;
            }
            place = below.get();
        }
        return place;
    }

    /** The entries of a list below a key. */
    static List<Node> item(Node root, String key) {
        return below(root, key).filter(SequenceNode.class::isInstance)
                .map(it -> ((SequenceNode) it).getValue())
                .orElse(List.of());
    }

    private static Optional<Node> below(Node place, String part) {
        return switch (place) {
            case MappingNode map -> map.getValue()
                    .stream()
                    .filter(it -> it.getKeyNode() instanceof ScalarNode key
                            && key.getValue().equals(part))
                    .findFirst()
                    .map(NodeTuple::getValueNode);
            case SequenceNode list when part.matches("[0-9]{1,6}")
                    && Integer.parseInt(part) < list.getValue().size() ->
                    Optional.of(list.getValue().get(Integer.parseInt(part)));
            default -> Optional.empty(); // the parser's types are open
        };
    }
}
