package dev.fairlead.router.traces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.client.utils.Serialization;

import dev.fairlead.events.definition.Definition;
import dev.fairlead.router.golden.Definitions;
import dev.fairlead.router.plan.Fields;

/** What Flagger wrote in one scenario: its input, and every version of the objects around traffic. */
record Trace(Path file, Fields all) {

    private static final Path ROOT = Path.of("src/test/resources/traces");

    /** What the API server adds to each Service. */
    private static final List<String> DEFAULTS = List.of("sessionAffinity", "ipFamilies",
            "ipFamilyPolicy", "internalTrafficPolicy");

    static List<Trace> every() throws IOException {
        try (var files = Files.list(ROOT)) {
            return files.sorted().map(Trace::of).toList();
        }
    }

    static Trace of(String name) {
        return of(ROOT.resolve(name + ".json"));
    }

    private static Trace of(Path file) {
        try {
            return new Trace(file,
                    Fields.of(Serialization.unmarshal(Files.readString(file), Map.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return file.getFileName().toString().replace(".json", "");
    }

    Definition definition() {
        Fields given = all.fields("analysis");
        Map<String, Object> analysis = new LinkedHashMap<>();
        analysis.put("interval", "PT" + given.text("interval").toUpperCase(java.util.Locale.ROOT));
        for (String field : List.of("iterations", "match", "sessionAffinity")) {
            given.at(field).ifPresent(value -> analysis.put(field, value));
        }
        analysis.put("mirror", Map.of("enabled", given.flag("mirror"), "percent",
                given.number("mirrorWeight").orElse(0)));
        Fields whole = Fields.of(Map.of("apex", all.text("apex"), "port",
                all.number("service", "port").orElse(0), "service", all.fields("service").map(),
                "names", Map.of("ingress", "podinfo", "route", "podinfo")));
        return Definitions.with(all.text("provider"), whole, analysis);
    }

    Fields deployment() {
        return Fields.EMPTY.with("apps/v1", "apiVersion")
                .with("Deployment", "kind")
                .with("podinfo", "metadata", "name")
                .with("test", "metadata", "namespace")
                .with(all.fields("selector"), "spec", "selector")
                .with(all.fields("template"), "spec", "template");
    }

    /** An object as it matters: without what differs from cluster to cluster, and without our marks. */
    static Fields essence(Fields object) {
        Fields essence = Fields.EMPTY;
        for (String group : List.of("labels", "annotations")) {
            Map<String, String> names = object.textMap("metadata", group);
            names.keySet().removeIf(name -> name.startsWith("fairlead.dev/"));
            essence = essence.withUnlessEmpty(Fields.of(names), "metadata", group);
        }
        Fields spec = object.fields("spec");
        for (String field : DEFAULTS) {
            spec = spec.without(field);
        }
        return essence.withUnlessEmpty(object.list("metadata", "ownerReferences")
                .stream()
                .map(owner -> owner.without("uid"))
                .toList(), "metadata", "ownerReferences").with(spec, "spec");
    }
}
