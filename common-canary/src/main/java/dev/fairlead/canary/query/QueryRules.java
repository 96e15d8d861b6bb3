package dev.fairlead.canary.query;

import java.util.ArrayList;
import java.util.List;

import dev.fairlead.canary.go.GoDuration;
import dev.fairlead.canary.model.MetricSource;
import dev.fairlead.canary.reading.Problem;
import dev.fairlead.canary.template.TemplateFailure;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.order.RunAnalysis.QueryNames;

/** What is wrong with the query of a check, as far as it can be known without asking the store. */
public final class QueryRules {

    private static final String RENDERS = "a query that renders";

    private QueryRules() {}

    /**
     * Problems of one check once its template is known; empty when it can be asked.
     *
     * @param field
     *            the entry in the Canary, such as {@code spec.analysis.metrics[0]}
     */
    public static List<Problem> problems(String field, MetricCheck check, QueryNames names) {
        List<Problem> problems = new ArrayList<>();
        try {
            if (QueryTemplate.render(check, names).isBlank()) {
                problems.add(problem(queryField(field, check), RENDERS, "an empty one"));
            }
        } catch (TemplateFailure failure) {
            problems.add(problem(queryField(field, check), RENDERS, failure.reason()));
        }
        boolean computed = MetricSource.named(check.source().type())
                .map(MetricSource::parsesInterval)
                .orElse(false);
        if (computed && !GoDuration.isParsable(check.interval())) {
            problems.add(problem(field + ".interval", "a Go duration such as 30s or 1m, since "
                    + check.source().type() + " is asked for a window of it",
                    '"' + check.interval() + '"'));
        }
        return List.copyOf(problems);
    }

    private static String queryField(String field, MetricCheck check) {
        return switch (check.kind()) {
            case TEMPLATE -> field + ".templateRef";
            case INLINE -> field + ".query";
            case SUCCESS_RATE, REQUEST_DURATION -> field + ".name";
        };
    }

    private static Problem problem(String field, String expected, String came) {
        return new Problem(field, came, expected,
                field + ": expected " + expected + ", but got " + came);
    }
}
