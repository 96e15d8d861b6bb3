package dev.fairlead.canary.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of metric stores that a MetricTemplate may ask. */
public enum MetricSource {
    PROMETHEUS("prometheus", true, false),
    INFLUXDB("influxdb", true, false),
    DATADOG("datadog", false, true),
    EXTERNALMETRICS("externalmetrics", false, false),
    STACKDRIVER("stackdriver", false, false),
    CLOUDWATCH("cloudwatch", false, true),
    NEWRELIC("newrelic", false, true),
    GRAPHITE("graphite", true, false),
    DYNATRACE("dynatrace", true, true),
    KEPTN("keptn", false, false),
    SPLUNK("splunk", true, true);

    private final String text;
    private final boolean needsAddress;
    private final boolean parsesInterval;

    MetricSource(String text, boolean needsAddress, boolean parsesInterval) {
        this.text = text;
        this.needsAddress = needsAddress;
        this.parsesInterval = parsesInterval;
    }

    /** The name in manifests. */
    public String text() {
        return text;
    }

    /** Whether it has no default address. */
    public boolean needsAddress() {
        return needsAddress;
    }

    /** Whether the interval of a metric must be a Go duration, because a window is computed from it. */
    public boolean parsesInterval() {
        return parsesInterval;
    }

    /** The source of this name. */
    public static Optional<MetricSource> named(String name) {
        return Arrays.stream(values()).filter(source -> source.text.equals(name)).findFirst();
    }

    /** All names, as a list for people. */
    public static String names() {
        return Arrays.stream(values()).map(MetricSource::text).collect(Collectors.joining(", "));
    }
}
