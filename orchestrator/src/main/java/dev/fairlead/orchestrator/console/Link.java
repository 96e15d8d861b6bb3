package dev.fairlead.orchestrator.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The address of a view; all of it stands there, so that it can be kept and sent.
 *
 * @param path
 *            with what stands before it
 * @param values
 *            what is empty is left out
 */
public record Link(String path, Map<String, String> values) {

    /** The same view, but for one value; what pages is forgotten. */
    public Link with(String name, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        if (!name.equals("page")) {
            changed.remove("page");
        }
        changed.put(name, value.toString());
        return new Link(path, changed);
    }

    /** What a value is; empty for none. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        String query = values.entrySet()
                .stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> it.getKey() + "="
                        + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
