package dev.fairlead.events.definition;

import java.time.Duration;
import java.util.List;

import dev.fairlead.events.Tree;

/**
 * A Canary as it was resolved. Equal content is one definition, whatever the generation of the
 * resource that it came from.
 *
 * @param provider
 *            the router's name, such as {@code istio}
 * @param workload
 *            the target's workload
 * @param scaler
 *            the autoscaler named by the Canary, {@link WorkloadRef#NONE} when there is none
 * @param traffic
 *            how requests reach the target
 * @param analysis
 *            how a revision is tried
 * @param metrics
 *            the metric checks, in the order of the Canary
 * @param hooks
 *            the hooks of all types, in the order of the Canary
 * @param alerts
 *            where alerts go; empty means the default channel
 * @param progressDeadline
 *            how long a workload may take to make progress, at least 1 s
 * @param drain
 *            pauses between traffic having left a side and its scaling down
 * @param policies
 *            what an unanswered metric counts as, and how long a gate is waited for
 * @param switches
 *            the Canary's on-off fields
 * @param primaryScaler
 *            how the primary's autoscaler differs from {@code scaler}
 */
public record Definition(String provider, WorkloadRef workload, WorkloadRef scaler, Traffic traffic,
        Analysis analysis, List<MetricCheck> metrics, List<Hook> hooks, List<AlertRoute> alerts,
        Duration progressDeadline, Drain drain, Policies policies, Switches switches,
        PrimaryScaler primaryScaler) {

    /** No definition was ever valid. */
    public static final Definition NONE = new Definition("", WorkloadRef.NONE, WorkloadRef.NONE,
            new Traffic("", 0, Tree.EMPTY, new RouteNames("", "")),
            new Analysis(Duration.ofSeconds(1), 1, 0, new Steps(0, List.of(), 0, 0),
                    new Analysis.Mirror(false, 0), List.of(), Tree.EMPTY, 100, 100),
            List.of(), List.of(), List.of(), Duration.ofSeconds(600),
            new Drain(Duration.ZERO, Duration.ZERO),
            new Policies(Policies.Unanswered.FAILED, Policies.Unanswered.FAILED,
                    Duration.ofHours(24), Policies.GateDefault.REMIND),
            new Switches(false, false, false),
            PrimaryScaler.NONE);

    public Definition {
        metrics = List.copyOf(metrics);
        hooks = List.copyOf(hooks);
        alerts = List.copyOf(alerts);
    }

    /** The hooks of one type, in the order of the Canary. */
    public List<Hook> hooks(HookType type) {
        return hooks.stream().filter(hook -> hook.type() == type).toList();
    }

    /**
     * Drain times.
     *
     * @param afterPromotion
     *            after promotion and take-over, from 0
     * @param afterRollback
     *            after rollback, from 0
     */
    public record Drain(Duration afterPromotion, Duration afterRollback) {}

    /**
     * The Canary's on-off fields.
     *
     * @param skipAnalysis
     *            promote without analysis
     * @param suspended
     *            begin nothing
     * @param revertOnDeletion
     *            give everything back when the Canary is deleted
     */
    public record Switches(boolean skipAnalysis, boolean suspended, boolean revertOnDeletion) {}

    /**
     * How requests reach the target.
     *
     * @param apex
     *            the name of the Service that users call; {@code -primary} and {@code -canary} are
     *            added for the two sides
     * @param port
     *            the Service's port, 1–65535
     * @param service
     *            {@code spec.service} as it came
     * @param names
     *            what {@code ingress} and {@code route} stand for in query templates
     */
    public record Traffic(String apex, int port, Tree service, RouteNames names) {}

    /** Names that query templates may ask for; each the target's name unless referred to. */
    public record RouteNames(String ingress, String route) {}
}
