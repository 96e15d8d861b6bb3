package dev.fairlead.orchestrator.metrics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * Writes series under Flagger's names and labels.
 *
 * @param version
 *            of Fairlead
 * @param provider
 *            the router of Canaries that name none
 * @param byCluster
 *            whether a label {@code cluster} tells targets apart; Flagger, which has one cluster,
 *            has no such label
 */
public record Exposition(String version, String provider, boolean byCluster) {

    private static final int ALL = 100;

    MetricSnapshots of(Collection<Series> series) {
        return new MetricSnapshots(info(), total(series), status(series), weight(series),
                values(series), durations(series), ends(series, true), ends(series, false));
    }

    private GaugeSnapshot info() {
        return gauge("flagger_info",
                "Version of Fairlead and the router of Canaries that name none",
                List.of(point(Labels.of("mesh_provider", provider, "version", version), 1)));
    }

    private GaugeSnapshot total(Collection<Series> series) {
        Map<Labels, Long> counts = series.stream()
                .collect(Collectors.groupingBy(one -> labels(one, Labels.EMPTY), TreeMap::new,
                        Collectors.counting()));
        return gauge("flagger_canary_total", "Canaries of a namespace", counts.entrySet()
                .stream()
                .map(entry -> point(entry.getKey(), entry.getValue()))
                .toList());
    }

    private GaugeSnapshot status(Collection<Series> series) {
        return gauge("flagger_canary_status",
                "0 while an analysis is under way, 2 after one that failed, else 1",
                each(series, one -> List.of(point(named(one), one.status()))));
    }

    private GaugeSnapshot weight(Collection<Series> series) {
        return gauge("flagger_canary_weight",
                "Percent of the requests that are ordered to go to a workload",
                each(series, one -> List.of(
                        point(labels(one, Labels.of("workload", one.workload() + "-primary")),
                                ALL - one.weight()),
                        point(labels(one, Labels.of("workload", one.workload())),
                                one.weight()))));
    }

    private GaugeSnapshot values(Collection<Series> series) {
        return gauge("flagger_canary_metric_analysis",
                "The value that an analysis measured last", each(series, one -> one.values()
                        .entrySet()
                        .stream()
                        .map(value -> point(named(one).add("metric", value.getKey()),
                                value.getValue()))
                        .toList()));
    }

    private HistogramSnapshot durations(Collection<Series> series) {
        return new HistogramSnapshot(
                new MetricMetadata("flagger_canary_duration_seconds",
                        "Seconds from the order of an analysis to its verdict"),
                series.stream().map(one -> one.ticks().snapshot(named(one))).toList());
    }

    private CounterSnapshot ends(Collection<Series> series, boolean succeeded) {
        MetricMetadata metadata = succeeded
                ? new MetricMetadata("flagger_canary_successes",
                        "Rollouts that ended with a promotion")
                : new MetricMetadata("flagger_canary_failures",
                        "Rollouts that ended with a rollback");
        return new CounterSnapshot(metadata, each(series, one -> one.ends()
                .entrySet()
                .stream()
                .filter(end -> end.getKey().succeeded() == succeeded)
                .map(end -> count(named(one), end.getKey(), end.getValue()))
                .toList()));
    }

    private static CounterDataPointSnapshot count(Labels named, Series.End end, long count) {
        return CounterDataPointSnapshot.builder()
                .labels(named.add("deployment_strategy", end.strategy())
                        .add("analysis_status", end.status()))
                .value(count)
                .build();
    }

    private static GaugeSnapshot gauge(String name, String help,
            List<GaugeDataPointSnapshot> points) {
        return new GaugeSnapshot(new MetricMetadata(name, help), points);
    }

    private Labels named(Series one) {
        return labels(one, Labels.of("name", one.workload()));
    }

    private Labels labels(Series one, Labels own) {
        Labels labels = own.add("namespace", one.namespace());
        return byCluster ? labels.add("cluster", one.cluster()) : labels;
    }

    private static <T> List<T> each(Collection<Series> series, Function<Series, List<T>> points) {
        return series.stream().flatMap(one -> points.apply(one).stream()).toList();
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }
}
