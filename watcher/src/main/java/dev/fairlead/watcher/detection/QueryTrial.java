package dev.fairlead.watcher.detection;

import java.util.List;

import dev.fairlead.canary.model.Canary;
import dev.fairlead.canary.query.QueryTemplate;
import dev.fairlead.canary.template.TemplateFailure;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.definition.Problem;
import dev.fairlead.events.order.RunAnalysis.QueryNames;

/** Renders queries once, so that a template that cannot be rendered is refused before a rollout. */
final class QueryTrial {

    private QueryTrial() {}

    /**
     * @param field
     *            what the check was made from, such as {@code spec.analysis.metrics[1].query}
     */
    static void of(MetricCheck check, String field, Canary canary, List<Problem> problems) {
        try {
            QueryTemplate.render(check, names(canary));
        } catch (TemplateFailure e) {
            problems.add(new Problem(field, check.query(),
                    field + ": expected a query that renders, but: " + e.getMessage()));
        }
    }

    private static QueryNames names(Canary canary) {
        var spec = canary.spec();
        String target = spec.target().name();
        return new QueryNames(canary.identity().name(), canary.identity().namespace(), target,
                spec.service().apexName(),
                spec.ingress().given() ? spec.ingress().name() : target,
                spec.route().given() ? spec.route().name() : target);
    }
}
