package dev.fairlead.router.traffic.gatewayapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.traffic.TextForms;

/**
 * A Canary's conditions as HTTPRoute knows them, with every default of the resource definition
 * written out and lists in a fixed order, so that the API server gives back what it was given.
 */
final class GatewayMatches {

    private static final String EXACT = "Exact";

    private static final String REGEX = "RegularExpression";

    private static final Fields EVERY_PATH = Fields.EMPTY.with("PathPrefix", "type")
            .with("/", "value");

    /** What a request is not told apart by here; the name is for people. */
    private static final Set<String> KNOWN = Set.of("uri", "method", "headers", "queryParams",
            "name");

    private final String route;

    GatewayMatches(String route) {
        this.route = route;
    }

    /** The conditions, one for each; every request when there are none. */
    List<Fields> of(List<Fields> matches) {
        return matches.isEmpty()
                ? List.of(Fields.EMPTY.with(EVERY_PATH, "path"))
                : matches.stream().map(this::of).toList();
    }

    private Fields of(Fields match) {
        for (String field : match.map().keySet()) {
            if (!KNOWN.contains(field)) {
                throw refused("path", field);
            }
        }
        return Fields.EMPTY.with(path(match), "path")
                .withUnlessEmpty(byName(match.fields("headers"), "header"), "headers")
                .withUnlessEmpty(byName(match.fields("queryParams"), "query"), "queryParams")
                .withUnlessEmpty(method(match), "method");
    }

    private Fields path(Fields match) {
        Fields uri = match.fields("uri");
        if (!match.has("uri")) {
            return EVERY_PATH;
        }
        if (uri.has("regex")) {
            return typed(REGEX, uri.text("regex"));
        }
        if (uri.has("exact")) {
            return typed(EXACT, uri.text("exact"));
        }
        if (uri.has("prefix")) {
            return typed("PathPrefix", uri.text("prefix"));
        }
        throw refused("path", String.valueOf(uri.map()));
    }

    private String method(Fields match) {
        if (match.has("method") && !match.has("method", "exact")) {
            throw refused("method", String.valueOf(match.fields("method").map()));
        }
        return match.text("method", "exact");
    }

    private List<Fields> byName(Fields texts, String what) {
        List<Fields> found = new ArrayList<>();
        texts.map()
                .keySet()
                .forEach(name -> found.add(text(texts.fields(name), what)
                        .with(name, "name")));
        found.sort(Comparator.comparing(one -> one.text("name")));
        return found;
    }

    private Fields text(Fields form, String what) {
        if (form.has("exact")) {
            return typed(EXACT, form.text("exact"));
        }
        if (form.has("regex")) {
            return typed(REGEX, form.text("regex"));
        }
        if (form.has("prefix")) {
            return typed(REGEX, TextForms.beginning(form.text("prefix")));
        }
        if (form.has("suffix")) {
            return typed(REGEX, TextForms.ending(form.text("suffix")));
        }
        throw refused(what, String.valueOf(form.map()));
    }

    private static Fields typed(String type, String value) {
        return Fields.EMPTY.with(type, "type").with(value, "value");
    }

    private Obstacle refused(String what, String came) {
        return new Obstacle(Reason.INVALID, "HTTPRoute/" + route,
                "Invalid request matching selectors: Gateway API doesn't support the specified "
                        + what + " matching selector: " + came);
    }
}
