package dev.fairlead.cli.lint;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

import dev.fairlead.canary.model.Canary;
import dev.fairlead.canary.model.MetricTemplate;
import dev.fairlead.canary.reading.AlertProviderReader;
import dev.fairlead.canary.reading.CanaryReader;
import dev.fairlead.canary.reading.MetricTemplateReader;
import dev.fairlead.canary.reading.NotSupportedYet;
import dev.fairlead.canary.reading.Reading;
import dev.fairlead.canary.reading.ReadingRules;

/** Reads manifests as the watcher reads resources. */
public final class Lint {

    private final List<Finding> findings = new ArrayList<>();
    private int checked;

    /** Checks all documents of a file; those of other kinds are left alone. */
    public void check(String file, String content) {
        try {
            for (Node root : yaml().composeAll(new StringReader(content))) {
                check(file, root);
            }
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            findings.add(new Finding(file, mark == null ? 1 : mark.getLine() + 1,
                    mark == null ? 1 : mark.getColumn() + 1, "",
                    "no YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            findings.add(new Finding(file, 1, 1, "", "no YAML: " + e.getMessage()));
        }
    }

    /** What was found, in the order of the files. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** How many resources were checked. */
    public int checked() {
        return checked;
    }

    private void check(String file, Node root) {
        if (!(new Tree().object(root) instanceof Map<?, ?> tree)) {
            return;
        }
        Map<String, Object> resource = new java.util.LinkedHashMap<>();
        tree.forEach((key, value) -> resource.put(String.valueOf(key), value));
        if (resource.get("items") instanceof List<?>
                && String.valueOf(resource.get("kind")).endsWith("List")) {
            Places.item(root, "items").forEach(item -> check(file, item));
            return;
        }
        if (!String.valueOf(resource.get("apiVersion")).startsWith("flagger.app/")) {
            return;
        }
        switch (String.valueOf(resource.get("kind"))) { // kinds are text by contract
            case "Canary" -> canary(file, root, resource);
            case "MetricTemplate" -> template(file, root, resource);
            case "AlertProvider" -> told(file, root, AlertProviderReader.read(resource));
            default -> {
                return; // of another engine
            }
        }
        checked++;
    }

    private void canary(String file, Node root, Map<String, Object> resource) {
        Reading<Canary> reading = new CanaryReader(ReadingRules.PLAIN).read(resource);
        told(file, root, reading);
        if (reading instanceof Reading.Valid<Canary>(Canary canary)) {
            NotSupportedYet.in(canary.spec())
                    .forEach(it -> add(file, root, it.field(), it.message()));
        }
    }

    private void template(String file, Node root, Map<String, Object> resource) {
        Reading<MetricTemplate> reading = MetricTemplateReader.read(resource);
        told(file, root, reading);
        if (reading instanceof Reading.Valid<MetricTemplate>(MetricTemplate template)
                && NotSupportedYet.isSource(template.source())) {
            var problem = NotSupportedYet.problem("spec.provider.type",
                    template.source().text());
            add(file, root, problem.field(), problem.message());
        }
    }

    private void told(String file, Node root, Reading<?> reading) {
        if (reading instanceof Reading.Invalid<?>(var problems)) {
            problems.forEach(it -> add(file, root, it.field(), it.message()));
        }
    }

    private void add(String file, Node root, String field, String message) {
        Mark mark = Places.of(root, field).getStartMark();
        findings.add(new Finding(file, mark.getLine() + 1, mark.getColumn() + 1, field, message));
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        return new Yaml(new SafeConstructor(options), new Representer(new DumperOptions()),
                new DumperOptions(), options);
    }

    /** Plain objects of a node. */
    private static final class Tree extends SafeConstructor {

        Tree() {
            super(new LoaderOptions());
        }

        Object object(Node node) {
            return constructDocument(node);
        }
    }
}
