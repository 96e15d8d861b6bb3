package dev.fairlead.canary.reading;

import java.util.regex.Pattern;

import dev.fairlead.canary.go.GoDuration;
import dev.fairlead.canary.model.Metric;
import dev.fairlead.canary.model.TemplateRef;
import dev.fairlead.canary.model.Threshold;

/** Reads one entry of {@code spec.analysis.metrics}. */
final class MetricReader {

    /** Open at the end, as in the resource definition: {@code 1min} is something to Graphite. */
    private static final Pattern INTERVAL = Pattern.compile("^[0-9]+(m|s)");

    private MetricReader() {}

    static Metric read(Field field) {
        Metric metric = new Metric(field.at("name").requiredText("the name of a metric"),
                field.at("interval").text(Defaults.METRIC_INTERVAL), threshold(field),
                field.at("query").text(),
                template(field.at("templateRef")), field.at("templateVariables").textMap());
        checkInterval(field.at("interval"), metric);
        if (!metric.name().isEmpty() && !metric.builtIn() && !metric.inline()
                && !metric.templated()) {
            field.at("templateRef")
                    .missing("a template or a query, because " + metric.name()
                            + " is neither request-success-rate nor request-duration");
        }
        return metric;
    }

    private static void checkInterval(Field field, Metric metric) {
        boolean inPromql = metric.builtIn() || metric.inline();
        if (inPromql && !GoDuration.isParsable(metric.interval())) {
            field.unexpected("a duration such as 30s or 1m");
        } else if (!INTERVAL.matcher(metric.interval()).find()) {
            field.unexpected("a duration in minutes or seconds such as 30s or 1m");
        }
    }

    private static Threshold threshold(Field field) {
        Field range = field.at("thresholdRange");
        if (range.given() && range.isObject("an object with min or max")) {
            return new Threshold.Range(range.at("min").number(Double.NEGATIVE_INFINITY),
                    range.at("max").number(Double.POSITIVE_INFINITY));
        }
        return new Threshold.Single(field.at("threshold").number(0));
    }

    private static TemplateRef template(Field ref) {
        if (!ref.given() || !ref.isObject("an object with name")) {
            return TemplateRef.NONE;
        }
        return new TemplateRef(ref.at("namespace").text(),
                ref.at("name").requiredText("the name of a MetricTemplate"));
    }
}
