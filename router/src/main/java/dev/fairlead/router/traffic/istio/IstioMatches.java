package dev.fairlead.router.traffic.istio;

import java.util.List;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.traffic.TextForms;

/** Conditions as Istio knows them. */
final class IstioMatches {

    private static final List<String> BY_NAME = List.of("headers", "withoutHeaders",
            "queryParams");

    private IstioMatches() {}

    /**
     * The condition as it came, but for endings, which Istio does not know: it would drop them, and
     * take every request that has the header.
     */
    static Fields written(Fields match) {
        Fields written = match;
        for (String group : BY_NAME) {
            for (String name : match.fields(group).map().keySet()) {
                String suffix = match.text(group, name, "suffix");
                if (!suffix.isEmpty()) {
                    written = written.with(
                            Fields.EMPTY.with(TextForms.ending(suffix), "regex"), group, name);
                }
            }
        }
        return written;
    }
}
