package dev.fairlead.sandbox.simulation.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.rollout.state.Gate;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.sandbox.simulation.cluster.Objects;
import dev.fairlead.sandbox.simulation.log.Store;

/** What must hold once nobody does anything any more and nothing goes wrong. */
public final class RestRules {

    /** Where a target may wait for ever: for a person, a pod or a new revision. */
    private static final Set<Step> RESTS = EnumSet.of(Step.UNREGISTERED, Step.AWAITING_WORKLOAD,
            Step.AWAITING_PRIMARY, Step.IDLE, Step.STRANDED, Step.PAUSED,
            Step.AWAITING_ROLLOUT_GATE, Step.AWAITING_TRAFFIC_GATE,
            Step.AWAITING_PROMOTION_GATE);

    private RestRules() {}

    /** Whether a target waits for nobody but people; held by one, it is measured all the same. */
    public static boolean rests(TargetState state) {
        return RESTS.contains(state.step()) || state.isRollingOut()
                && (state.isHeld() || state.gates().stream().anyMatch(Gate::shut));
    }

    /**
     * Checks one target.
     *
     * @throws Violation
     *             when something does not hold
     */
    public static void check(LogRules log, Store store, Objects objects, TargetKey target) {
        TargetState state = log.history(target).state();
        Violation.unless(rests(state), "every rollout ends",
                () -> target + " stands at " + state.step() + ": " + state.why());
        log.compareHead(store, target);
        WaitRule.check(state);
        Fields canary = objects
                .fields(new ObjectRef(Kind.CANARY, target.namespace(), target.name()));
        if (canary.isEmpty()) {
            Violation.unless(state.step() == Step.UNREGISTERED, "a deleted Canary is gone",
                    () -> target + " stands at " + state.step());
            return;
        }
        if (!RESTS.contains(state.step())) {
            return;
        }
        var shown = state.standing().shown();
        String phase = canary.text("status", "phase");
        int weight = canary.number("status", "canaryWeight").orElse(0);
        Violation.unless(shown.phase().equals(phase) && shown.weight().percent() == weight,
                "the status tells the state",
                () -> target + " tells " + phase + " " + weight + ", but is " + shown + " at "
                        + state.step());
        var contract = state.standing().contract();
        int generation = canary.number("metadata", "generation").orElse(0);
        Violation.unless(contract.generation() == generation, "an edit is heard",
                () -> target + " knows generation " + contract.generation() + " of " + generation);
        if (state.step() == Step.IDLE) {
            atIdle(state, objects, target);
        }
    }

    /**
     * Checks that every Canary is known that says what can be done.
     *
     * @throws Violation
     *             when one was never heard of
     */
    public static void allKnown(LogRules log, String cluster, Objects objects) {
        objects.all(Kind.CANARY).forEach(it -> {
            var target = new TargetKey(cluster, it.ref().namespace(), it.ref().name());
            TargetState state = log.history(target).state();
            Violation.unless(
                    state.step() != Step.UNREGISTERED
                            || !state.standing().contract().problems().isEmpty(),
                    "every Canary is known", target::toString);
        });
    }

    private static void atIdle(TargetState state, Objects objects, TargetKey target) {
        Fields workload = objects
                .fields(new ObjectRef(Kind.DEPLOYMENT, target.namespace(), target.name()));
        var images = workload.list("spec", "template", "spec", "containers")
                .stream()
                .map(it -> it.text("image"))
                .toList();
        Violation.unless(workload.isEmpty() || state.revisions().wanted().images().equals(images),
                "no revision is lost",
                () -> target + " asks for " + images + ", but " + state.revisions().wanted()
                        + " is known");
        var revisions = state.revisions();
        var wanted = revisions.wanted();
        Violation.unless(
                wanted.isNone() || state.definition().switches().suspended()
                        || wanted.sameAs(revisions.promoted())
                        || wanted.sameAs(revisions.applied()),
                "a newer revision is taken up", () -> target + " leaves " + wanted.images());
        for (ObjectRef made : made(target)) {
            Violation.unless(objects.find(made).isPresent(), "what was lost is made again",
                    () -> target + " has no " + made);
        }
        Fields route = objects
                .fields(new ObjectRef(Kind.VIRTUAL_SERVICE, target.namespace(), target.name()));
        Violation.unless(
                WriteRules.canaryShare(route,
                        target.name()) == state.standing().route().canary().percent(),
                "the route is as ordered",
                () -> target + " has " + route + ", but " + state.standing().route()
                        + " was ordered");
    }

    private static List<ObjectRef> made(TargetKey target) {
        String space = target.namespace();
        String name = target.name();
        return List.of(new ObjectRef(Kind.VIRTUAL_SERVICE, space, name),
                new ObjectRef(Kind.DESTINATION_RULE, space, name + "-primary"),
                new ObjectRef(Kind.DESTINATION_RULE, space, name + "-canary"),
                new ObjectRef(Kind.SERVICE, space, name + "-primary"),
                new ObjectRef(Kind.SERVICE, space, name + "-canary"),
                new ObjectRef(Kind.DEPLOYMENT, space, name + "-primary"));
    }
}
