package dev.fairlead.watcher.detection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.fairlead.canary.model.Canary;
import dev.fairlead.canary.model.Metric;
import dev.fairlead.canary.model.MetricTemplate;
import dev.fairlead.canary.model.Threshold;
import dev.fairlead.canary.query.BuiltInQueries;
import dev.fairlead.canary.reading.MetricTemplateReader;
import dev.fairlead.canary.reading.NotSupportedYet;
import dev.fairlead.canary.reading.Reading;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.definition.MetricCheck.Kind;
import dev.fairlead.events.definition.MetricCheck.Range;
import dev.fairlead.events.definition.MetricSource;
import dev.fairlead.events.definition.Problem;

/**
 * The checks of a Canary, with the MetricTemplates that they name. One entry may make several:
 * first those with queries of their own, then those with templates, as Flagger takes them.
 */
final class MetricResolver {

    private static final String PROMETHEUS = "prometheus";

    private final Addresses addresses;

    MetricResolver(Addresses addresses) {
        this.addresses = addresses;
    }

    List<MetricCheck> resolve(Canary canary, Sightings sightings, List<Problem> problems) {
        List<MetricCheck> checks = new ArrayList<>();
        var metrics = canary.spec().analysis().metrics();
        for (int i = 0; i < metrics.size(); i++) {
            Metric metric = metrics.get(i);
            if (metric.builtIn()) {
                checks.add(builtIn(metric, canary));
            }
            if (metric.inline()) {
                MetricCheck check = check(metric, Kind.INLINE, server(canary), metric.query());
                QueryTrial.of(check, "spec.analysis.metrics[" + i + "].query", canary, problems);
                checks.add(check);
            }
        }
        for (int i = 0; i < metrics.size(); i++) {
            Metric metric = metrics.get(i);
            if (metric.templated()) {
                String field = "spec.analysis.metrics[" + i + "].templateRef";
                Optional<MetricCheck> check =
                        templated(metric, field, canary, sightings, problems);
                check.ifPresent(found -> QueryTrial.of(found, field, canary, problems));
                check.ifPresent(checks::add);
            }
        }
        return checks;
    }

    private MetricCheck builtIn(Metric metric, Canary canary) {
        Kind kind = metric.name().equals(Metric.SUCCESS_RATE)
                ? Kind.SUCCESS_RATE
                : Kind.REQUEST_DURATION;
        return check(metric, kind, server(canary),
                BuiltInQueries.template(canary.spec().metricsProvider(), metric.name()));
    }

    private Optional<MetricCheck> templated(Metric metric, String field, Canary canary,
            Sightings sightings, List<Problem> problems) {
        Place place = new Place(AlertResolver.own(metric.template().namespace(), canary),
                metric.template().name());
        Optional<RefSight> found = sightings.template(place);
        if (found.isEmpty()) {
            problems.add(Problems.absent(field, "MetricTemplate", place));
            return Optional.empty();
        }
        return switch (MetricTemplateReader.read(found.get().tree())) {
            case Reading.Valid<MetricTemplate>(MetricTemplate template) -> {
                if (NotSupportedYet.isSource(template.source())) {
                    problems.add(NotSupportedYet.problem(field, template.source().text()));
                }
                yield Optional.of(
                        check(metric, Kind.TEMPLATE, source(template, place), template.query()));
            }
            case Reading.Invalid<MetricTemplate> invalid -> {
                problems.addAll(Problems.through(field, "MetricTemplate", place, invalid));
                yield Optional.empty();
            }
        };
    }

    private MetricSource server(Canary canary) {
        var spec = canary.spec();
        String reference = "Canary/" + canary.identity().namespace() + "/"
                + canary.identity().name() + "#spec.metricsServer";
        return new MetricSource(PROMETHEUS, spec.metricsProvider(),
                addresses.shown(spec.metricsServer(), reference), "", "", false);
    }

    /** Names the template only where something of it must be read at use: an analysis reads nothing else. */
    private MetricSource source(MetricTemplate template, Place place) {
        boolean readAtUse = !template.headers().isEmpty() || !template.secretName().isEmpty();
        return new MetricSource(template.source().text(), place.name() + "." + place.namespace(),
                addresses.shown(template.address(),
                        "MetricTemplate/" + place + "#spec.provider.address"),
                readAtUse ? place.toString() : "", template.secretName(),
                template.skipCertificateCheck());
    }

    private static MetricCheck check(Metric metric, Kind kind, MetricSource source, String query) {
        return new MetricCheck(metric.name(), kind, source, query, metric.interval(),
                range(metric.threshold(), kind), metric.variables());
    }

    /** The old single threshold bounds a rate of successes from below, all else from above. */
    private static Range range(Threshold threshold, Kind kind) {
        return switch (threshold) {
            case Threshold.Range(double min, double max) -> new Range(decimal(min), decimal(max));
            case Threshold.Single(double value) -> kind == Kind.SUCCESS_RATE
                    ? new Range(decimal(value), "")
                    : new Range("", decimal(value));
        };
    }

    private static String decimal(double bound) {
        return Double.isInfinite(bound)
                ? ""
                : BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
