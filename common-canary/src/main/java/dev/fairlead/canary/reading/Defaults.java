package dev.fairlead.canary.reading;

import java.time.Duration;

import dev.fairlead.canary.model.Absence;
import dev.fairlead.canary.model.GateTimeout;

/** What an absent field means; the one place for it. Values as Flagger's, but for the drain and what is ours. */
public final class Defaults {

    /** {@code spec.provider} of a Canary in an engine that names none. */
    public static final String MESH_PROVIDER = "istio";
    /** Prometheus of the built-in checks. */
    public static final String METRICS_SERVER = "http://prometheus:9090";
    public static final Duration PROGRESS_DEADLINE = Duration.ofSeconds(600);
    public static final String PORT_NAME = "http";
    /** Analyses closer together than this are moved apart. */
    public static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    /** Lowest number of failed checks that ends a rollout; also what less than one means. */
    public static final int THRESHOLD = 1;
    /** Iterations where plain Services carry the traffic and none are given. */
    public static final int KUBERNETES_ITERATIONS = 10;
    public static final int READY_PERCENT = 100;
    public static final String METRIC_INTERVAL = "1m";
    public static final Duration HOOK_TIMEOUT = Duration.ofSeconds(10);
    public static final int COOKIE_MAX_AGE_SECONDS = 86_400;
    public static final String ALERT_CHANNEL = "general";
    public static final String ALERT_USERNAME = "flagger";
    public static final Duration DRAIN_AFTER_PROMOTION = Duration.ofSeconds(10);
    public static final Duration DRAIN_AFTER_ROLLBACK = Duration.ofSeconds(5);
    /** Longest drain that may be asked for; more is surely a slip. */
    public static final Duration LONGEST_DRAIN = Duration.ofHours(1);
    public static final GateTimeout GATE_TIMEOUT =
            new GateTimeout(Duration.ofHours(24), GateTimeout.Action.REMIND);
    public static final Absence ON_NO_DATA = Absence.FAILED;
    public static final Absence ON_SOURCE_ERROR = Absence.FAILED;

    private Defaults() {}
}
