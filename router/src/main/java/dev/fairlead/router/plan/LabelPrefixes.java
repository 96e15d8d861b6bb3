package dev.fairlead.router.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which labels of a target also stand on what is made from it.
 *
 * @param prefixes
 *            {@code *} for all; an empty one matches nothing
 */
public record LabelPrefixes(List<String> prefixes) {

    public LabelPrefixes {
        prefixes = List.copyOf(prefixes);
    }

    public Map<String, String> of(Map<String, String> labels) {
        Map<String, String> included = new TreeMap<>();
        labels.forEach((name, value) -> {
            if (Meta.isCopied(name)
                    && prefixes.stream().anyMatch(prefix -> matches(prefix, name))) {
                included.put(name, value);
            }
        });
        return included;
    }

    private static boolean matches(String prefix, String name) {
        return prefix.equals("*") || !prefix.isEmpty() && name.startsWith(prefix);
    }
}
