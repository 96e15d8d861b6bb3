package dev.fairlead.router.plan;

import java.util.List;

import dev.fairlead.canary.revision.RevisionFingerprint;
import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.report.ChangeRefused.Reason;

/** What differs between the kinds of workloads that have a pod template. */
public enum PodForm {
    DEPLOYMENT(Kind.DEPLOYMENT, List.of("progressDeadlineSeconds", "minReadySeconds",
            "revisionHistoryLimit", "strategy")), //
    /** One pod on each node that it chooses; a label that no node has scales it to zero. */
    DAEMON_SET(Kind.DAEMON_SET,
            List.of("minReadySeconds", "revisionHistoryLimit", "updateStrategy"));

    private static final String SCALED_TO_ZERO = "flagger.app/scale-to-zero";

    private static final String ROLLING = "RollingUpdate";

    private final Kind kind;

    private final List<String> copied;

    PodForm(Kind kind, List<String> copied) {
        this.kind = kind;
        this.copied = copied;
    }

    public Kind kind() {
        return kind;
    }

    /** The fields beside template and replicas that a primary has from its target. */
    List<String> copied() {
        return copied;
    }

    public boolean hasReplicas() {
        return this == DEPLOYMENT;
    }

    /** Whether rules that keep the target's pods apart are made to keep the primary's apart. */
    public boolean keepsApart() {
        return this == DEPLOYMENT;
    }

    /** The workload's template as people wrote it: without what scales it to zero. */
    public Fields template(Fields workload) {
        Fields template = workload.fields("spec", "template");
        return switch (this) {
            case DEPLOYMENT -> template;
            case DAEMON_SET -> awake(template);
        };
    }

    public Fingerprint fingerprint(Fields template) {
        return switch (this) {
            case DEPLOYMENT -> RevisionFingerprint.ofPodTemplate(template.map());
            case DAEMON_SET -> RevisionFingerprint.ofDaemonSetTemplate(template.map());
        };
    }

    static Fields awake(Fields template) {
        Fields awake = template.without("spec", "nodeSelector", SCALED_TO_ZERO);
        return awake.changing(pod -> pod.withUnlessEmpty(pod.fields("nodeSelector"),
                "nodeSelector"), "spec");
    }

    static Fields asleep(Fields template) {
        return template.with("true", "spec", "nodeSelector", SCALED_TO_ZERO);
    }

    /**
     * A primary must be able to roll.
     *
     * @throws Obstacle
     *             INVALID when a primary could not be rolled; the text is Flagger's
     */
    public void requireRolling(ObjectRef target, Fields live) {
        String strategy = live.text("spec", "updateStrategy", "type");
        if (this == DAEMON_SET && !strategy.isEmpty() && !strategy.equals(ROLLING)) {
            throw new Obstacle(Reason.INVALID, target.toString(),
                    "daemonset %s.%s must have RollingUpdate strategy but have %s"
                            .formatted(target.name(), target.namespace(), strategy));
        }
    }
}
