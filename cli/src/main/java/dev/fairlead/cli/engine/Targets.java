package dev.fairlead.cli.engine;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/** Targets as the engine shows them. */
public final class Targets {

    /** Targets asked for at a time. */
    private static final int PAGE = 500;
    /** So many are shown; more are found by a filter. */
    private static final int MOST = 20_000;
    /** Candidates that are named when a name is not clear. */
    private static final int NAMED = 10;

    private final EngineClient engine;

    public Targets(EngineClient engine) {
        this.engine = engine;
    }

    /** All that pass the filters, by name; empty values ask for nothing. */
    public List<JsonNode> all(Map<String, String> filters) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            Map<String, String> query = new TreeMap<>(filters);
            query.put("after", after);
            query.put("limit", Integer.toString(PAGE));
            JsonNode page = engine.get("/api/v1/targets" + query(query));
            page.path("items").forEach(all::add);
            after = page.path("next").asString("");
        } while (!after.isEmpty() && all.size() < MOST);
        return all;
    }

    /**
     * The one target of a name.
     *
     * @param name
     *            as {@code name}, {@code namespace/name} or {@code cluster/namespace/name}
     * @param namespace
     *            from {@code -n}; empty for any
     * @param cluster
     *            from {@code --cluster}; empty for any
     * @throws Trouble
     *             when there is none, or more than one
     */
    public JsonNode named(String name, String namespace, String cluster) {
        String[] parts = name.split("/", -1);
        Map<String, String> filters = new TreeMap<>();
        filters.put("name", parts[parts.length - 1]);
        filters.put("namespace", parts.length > 1 ? parts[parts.length - 2] : namespace);
        filters.put("cluster", parts.length > 2 ? parts[0] : cluster);
        if (parts.length > 3 || parts[parts.length - 1].isEmpty()) {
            throw new Trouble(Trouble.USAGE, "\"" + name + "\" is no name of a target",
                    "to read it", "expected name, namespace/name or cluster/namespace/name",
                    "fairlead list");
        }
        List<JsonNode> found = all(filters);
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw found.isEmpty() ? unknown(name) : ambiguous(name, found);
    }

    /** The newest state of a target. */
    public JsonNode again(String target) {
        return engine.get("/api/v1/targets/" + target);
    }

    private Trouble unknown(String name) {
        List<String> names = all(Map.of()).stream().map(Targets::name).toList();
        List<String> near = Nearest.to(name, names);
        return new Trouble(Trouble.REFUSED, "there is no target \"" + name + "\"",
                "to find it among " + names.size() + " targets of " + engine.address().uri(),
                names.isEmpty()
                        ? "the engine knows no target at all"
                        : near.isEmpty() ? "nothing like it"
                                : "nearest: " + String.join(", ", near),
                names.isEmpty() ? "kubectl get canaries -A, then fairlead doctor"
                        : near.isEmpty() ? "fairlead list" : "fairlead why " + near.getFirst());
    }

    private static Trouble ambiguous(String name, List<JsonNode> found) {
        return new Trouble(Trouble.REFUSED,
                "\"" + name + "\" names " + found.size() + " targets", "to find the one of it",
                found.stream().limit(NAMED).map(Targets::name).collect(Collectors.joining(", "))
                        + (found.size() > NAMED ? ", …" : ""),
                "say which, for example: " + name(found.getFirst()));
    }

    private static String name(JsonNode target) {
        return target.path("target").asString("");
    }

    /** As it stands behind a path; empty values are left out. */
    public static String query(Map<String, String> fields) {
        String query = fields.entrySet()
                .stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
