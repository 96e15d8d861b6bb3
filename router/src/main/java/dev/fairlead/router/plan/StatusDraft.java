package dev.fairlead.router.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.order.CanaryStatus;
import dev.fairlead.events.order.CanaryStatus.Condition;
import dev.fairlead.events.order.Cookies;
import dev.fairlead.events.report.ChangeRefused.Reason;

/**
 * A Canary's status. Fields and conditions of others stay. The fence stands in the status, for a
 * write of the status discards metadata; where the resource definition is one that drops it, the
 * status is written all the same.
 *
 * @param object
 *            the Canary
 * @param life
 *            its UID
 */
public record StatusDraft(ObjectRef object, Life life, CanaryStatus status) implements Draft {

    private static final String OURS = "fairlead";

    @Override
    public Optional<Fields> created() {
        return Optional.empty();
    }

    @Override
    public Fields corrected(Fields live) {
        if (!Meta.uid(live).equals(life.uid())) {
            throw new Obstacle(Reason.OTHER_LIFE, object.toString(),
                    "Expected the Canary " + life + ", but it is " + Meta.uid(live));
        }
        Fields ours = live.fields("status", OURS)
                .withUnlessEmpty(status.rollout(), "rollout")
                .with(life.uid(), "life")
                .withUnlessEmpty(status.why(), "why")
                .with(status.observedGeneration(), "observedGeneration");
        return withCookies(live).with(status.phase(), "status", "phase")
                .with(status.canaryWeight().percent(), "status", "canaryWeight")
                .with(status.failedChecks(), "status", "failedChecks")
                .with(status.iterations(), "status", "iterations")
                .withUnlessEmpty(status.lastAppliedSpec(), "status", "lastAppliedSpec")
                .withUnlessEmpty(status.lastPromotedSpec(), "status", "lastPromotedSpec")
                .with(status.trackedConfigs(), "status", "trackedConfigs")
                .with(time(status.lastTransitionTime()), "status", "lastTransitionTime")
                .withUnlessEmpty(conditions(live), "status", "conditions")
                .with(ours, "status", OURS);
    }

    @Override
    public Fence shown(Fields live) {
        return Meta.fence(live.text("status", OURS, "fence"));
    }

    @Override
    public Fields fenced(Fields wanted, Fence fence) {
        return wanted.with(fence.toString(), "status", OURS, "fence");
    }

    @Override
    public boolean isStatus() {
        return true;
    }

    /** Where nobody speaks of cookies, those of an earlier engine stay. */
    private Fields withCookies(Fields live) {
        Cookies cookies = status.cookies();
        return cookies.equals(Cookies.NONE) ? live
                : live.withUnlessEmpty(cookies.canary(), "status", "sessionAffinityCookie")
                        .withUnlessEmpty(cookies.primary(), "status",
                                "primarySessionAffinityCookie")
                        .withUnlessEmpty(cookies.ended(), "status",
                                "previousSessionAffinityCookie");
    }

    private List<Fields> conditions(Fields live) {
        List<Fields> merged = new ArrayList<>();
        List<Condition> left = new ArrayList<>(status.conditions());
        for (Fields condition : live.list("status", "conditions")) {
            Optional<Condition> ours = left.stream()
                    .filter(one -> one.type().equals(condition.text("type")))
                    .findFirst();
            ours.ifPresent(left::remove);
            merged.add(ours.map(one -> over(condition, one)).orElse(condition));
        }
        left.forEach(one -> merged.add(over(Fields.EMPTY, one)));
        return merged;
    }

    private static Fields over(Fields live, Condition condition) {
        return live.with(condition.type(), "type")
                .with(condition.status(), "status")
                .with(condition.reason(), "reason")
                .with(condition.message(), "message")
                .with(time(condition.lastTransitionTime()), "lastTransitionTime")
                .with(time(condition.lastUpdateTime()), "lastUpdateTime");
    }

    /** Whole seconds, as Kubernetes keeps them. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
