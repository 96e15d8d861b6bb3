package dev.fairlead.sandbox.mesh.routing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code HTTPRouteMatch}: what it asks for, and which of two that fit decides. */
final class GatewayMatches {

    private static final int EXACT_PATH = 0;
    private static final int REGEX_PATH = 1;
    private static final int PREFIX_PATH = 2;

    private GatewayMatches() {}

    /**
     * How specific a condition is; the smaller one decides (Gateway API: HTTPRouteRule, matches).
     * Where expressions stand is left to gateways: here behind exact paths, as with Envoy.
     */
    record Rank(int path, int length, boolean method, int headers, int queryParams)
            implements
                Comparable<Rank> {

        private static final Comparator<Rank> ORDER = Comparator.comparingInt(Rank::path)
                .thenComparing(Comparator.comparingInt(Rank::length).reversed())
                .thenComparing(Comparator.comparing(Rank::method).reversed())
                .thenComparing(Comparator.comparingInt(Rank::headers).reversed())
                .thenComparing(Comparator.comparingInt(Rank::queryParams).reversed());

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }

    static Rank rank(Fields match) {
        Fields path = match.child("path");
        int kind = switch (path.text("type")) {
            case "Exact" -> EXACT_PATH;
            case "RegularExpression" -> REGEX_PATH;
            default -> PREFIX_PATH;
        };
        return new Rank(kind, path.text("value").length(), match.has("method"),
                match.children("headers").size(), match.children("queryParams").size());
    }

    /** A prefix ends at a slash, so one below the root is two conditions: itself, and what is below. */
    static List<RequestMatch> of(Fields match) {
        return paths(match.child("path")).stream()
                .map(path -> new RequestMatch(List.of(path),
                        match.has("method")
                                ? List.of(TextMatch.exact(match.text("method")))
                                : List.of(),
                        List.of(),
                        IstioObjects.lowerCased(byName(match.children("headers"))), Map.of(),
                        byName(match.children("queryParams")), List.of(), Set.of(), Map.of(),
                        Set.of()))
                .toList();
    }

    private static List<TextMatch> paths(Fields path) {
        String value = path.text("value").isEmpty() ? "/" : path.text("value");
        String stem = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
        return switch (path.text("type")) {
            case "Exact" -> List.of(TextMatch.exact(value));
            case "RegularExpression" -> List.of(TextMatch.regex(value));
            default -> stem.isEmpty()
                    ? List.of(TextMatch.prefix("/"))
                    : List.of(TextMatch.exact(stem), TextMatch.prefix(stem + "/"));
        };
    }

    private static Map<String, TextMatch> byName(List<Fields> conditions) {
        Map<String, TextMatch> all = new LinkedHashMap<>();
        conditions.forEach(one -> all.putIfAbsent(one.text("name"),
                one.text("type").equals("RegularExpression")
                        ? TextMatch.regex(one.text("value"))
                        : TextMatch.exact(one.text("value"))));
        return all;
    }
}
