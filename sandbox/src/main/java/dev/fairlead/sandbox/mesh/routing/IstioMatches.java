package dev.fairlead.sandbox.mesh.routing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code HTTPMatchRequest}. */
final class IstioMatches {

    private IstioMatches() {}

    static RequestMatch request(Fields match) {
        return new RequestMatch(
                one(match, "uri").stream()
                        .map(uri -> match.truth("ignoreUriCase") ? uri.ignoringCase() : uri)
                        .toList(),
                one(match, "method"), one(match, "authority"),
                IstioObjects.lowerCased(byName(match, "headers")),
                IstioObjects.lowerCased(byName(match, "withoutHeaders")),
                byName(match, "queryParams"),
                match.has("port") ? List.of(match.integer("port", 0)) : List.of(),
                Set.copyOf(match.texts("gateways")), match.textsByKey("sourceLabels"),
                match.has("sourceNamespace") ? Set.of(match.text("sourceNamespace")) : Set.of());
    }

    private static List<TextMatch> one(Fields match, String key) {
        return match.has(key) ? List.of(text(match.child(key))) : List.of();
    }

    private static Map<String, TextMatch> byName(Fields match, String key) {
        Map<String, TextMatch> all = new LinkedHashMap<>();
        Fields texts = match.child(key);
        texts.tree().keySet().forEach(name -> all.put(name, text(texts.child(name))));
        return all;
    }

    private static TextMatch text(Fields fields) {
        if (fields.has("exact")) {
            return TextMatch.exact(fields.text("exact"));
        }
        if (fields.has("prefix")) {
            return TextMatch.prefix(fields.text("prefix"));
        }
        return fields.has("regex")
                ? TextMatch.regex(fields.text("regex"))
                : new TextMatch.Present();
    }
}
