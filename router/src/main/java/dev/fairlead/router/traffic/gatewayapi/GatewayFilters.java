package dev.fairlead.router.traffic.gatewayapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.fairlead.canary.go.GoDuration;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.traffic.RouteWish;

/** What happens to requests and answers on their way, as a Canary's service asks for it. */
final class GatewayFilters {

    /** The resource definition's own default, written out. */
    private static final int CORS_SECONDS = 5;

    private static final String ADD = "add";

    private final RouteWish wish;

    private final Fields service;

    private final Dialect dialect;

    GatewayFilters(RouteWish wish, Dialect dialect) {
        this.wish = wish;
        this.service = wish.service();
        this.dialect = dialect;
    }

    /**
     * The filters in Flagger's order.
     *
     * @param answers
     *            headers that are added to answers beside those of the Canary
     */
    List<Fields> of(Map<String, String> answers) {
        List<Fields> filters = new ArrayList<>();
        if (service.has("headers", "request")) {
            filters.add(modifier("RequestHeaderModifier", "requestHeaderModifier",
                    service.fields("headers", "request")));
        }
        Fields response = service.fields("headers", "response");
        for (var header : answers.entrySet()) {
            response = response.with(header.getValue(), ADD, header.getKey());
        }
        if (!response.isEmpty()) {
            filters.add(answering(response));
        }
        if (service.has("rewrite")) {
            filters.add(rewrite());
        }
        service.list("mirror")
                .forEach(mirror -> filters.add(mirrored(mirror.fields("backendRef"))));
        if (dialect.isWhole() && service.has("corsPolicy")) {
            filters.add(cors(service.fields("corsPolicy")));
        }
        if (isMirrored()) {
            filters.add(mirrored(Fields.EMPTY.with(wish.canaryHost(), "name")
                    .with(wish.definition().traffic().port(), "port")));
        }
        return filters;
    }

    /** Adds headers to answers of one side. */
    static Fields giving(Map<String, String> headers) {
        return answering(Fields.EMPTY.with(headers, ADD));
    }

    private static Fields answering(Fields changes) {
        return modifier("ResponseHeaderModifier", "responseHeaderModifier", changes);
    }

    /** As Flagger: a Canary that asks for copies before weights is refused at its definition. */
    private boolean isMirrored() {
        return wish.mirrored() && wish.definition().analysis().iterations() > 0;
    }

    private static Fields modifier(String type, String field, Fields changes) {
        Fields modifier = Fields.EMPTY.withUnlessEmpty(pairs(changes.textMap(ADD)), ADD)
                .withUnlessEmpty(pairs(changes.textMap("set")), "set")
                .withUnlessEmpty(changes.texts("remove"), "remove");
        return Fields.EMPTY.with(type, "type").with(modifier, field);
    }

    private static List<Fields> pairs(Map<String, String> headers) {
        return headers.entrySet()
                .stream()
                .map(header -> Fields.EMPTY.with(header.getKey(), "name")
                        .with(header.getValue(), "value"))
                .sorted(Comparator.comparing((Fields pair) -> pair.text("name")))
                .toList();
    }

    private Fields rewrite() {
        Fields rewrite = Fields.EMPTY.withUnlessEmpty(service.text("rewrite", "authority"),
                "hostname");
        String uri = service.text("rewrite", "uri");
        if (!uri.isEmpty()) {
            boolean prefix = service.text("rewrite", "type").equals("ReplacePrefixMatch");
            rewrite = rewrite
                    .with(prefix ? "ReplacePrefixMatch" : "ReplaceFullPath", "path", "type")
                    .with(uri, "path", prefix ? "replacePrefixMatch" : "replaceFullPath");
        }
        return Fields.EMPTY.with("URLRewrite", "type").with(rewrite, "urlRewrite");
    }

    private static Fields mirrored(Fields backend) {
        Fields whole = backend.has("group") ? backend : backend.with("", "group");
        whole = whole.has("kind") ? whole : whole.with("Service", "kind");
        return Fields.EMPTY.with("RequestMirror", "type")
                .with(whole, "requestMirror", "backendRef");
    }

    private Fields cors(Fields policy) {
        List<String> origins = new ArrayList<>(policy.texts("allowOrigin"));
        for (Fields origin : policy.list("allowOrigins")) {
            if (!origin.has("exact")) {
                throw new Obstacle(Reason.INVALID, "HTTPRoute/" + wish.apex(),
                        "'corsPolicy.allowOrigins' is not supported by Gateway API, use"
                                + " 'corsPolicy.allowOrigin' instead");
            }
            origins.add(origin.text("exact"));
        }
        Fields cors = Fields.EMPTY.withUnlessEmpty(origins, "allowOrigins")
                .withUnlessEmpty(policy.texts("allowMethods"), "allowMethods")
                .withUnlessEmpty(policy.texts("allowHeaders"), "allowHeaders")
                .withUnlessEmpty(policy.texts("exposeHeaders"), "exposeHeaders")
                .with(seconds(policy.text("maxAge")), "maxAge");
        return Fields.EMPTY.with("CORS", "type")
                .with(policy.flag("allowCredentials") ? cors.with(true, "allowCredentials") : cors,
                        "cors");
    }

    private static int seconds(String maxAge) {
        if (maxAge.isEmpty()) {
            return CORS_SECONDS;
        }
        return GoDuration.isParsable(maxAge) ? (int) GoDuration.parse(maxAge).toSeconds() : 0;
    }
}
