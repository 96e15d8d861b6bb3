package dev.fairlead.orchestrator.rollout;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.Weight;
import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.AnalysisWaived;
import dev.fairlead.events.fact.PromotionOrdered;
import dev.fairlead.events.fact.RollbackOrdered;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.ShiftTraffic;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds in every life, whatever happens. */
final class LifeRules {

    private static final Set<Step> MAY_WAIT_FOR_EVER = Set.of(Step.UNREGISTERED,
            Step.AWAITING_WORKLOAD, Step.IDLE, Step.STRANDED, Step.PAUSED,
            Step.LETTING_GO);

    private final Set<RolloutId> rolledBack = new HashSet<>();
    private final Set<Fingerprint> passed = new HashSet<>();

    void hold(TargetState before, List<RolloutFact> facts, TargetState after) {
        assertThat(after.version()).as("versions without gaps")
                .isEqualTo(before.version() + facts.size());
        TargetState state = before;
        for (RolloutFact fact : facts) {
            check(state, fact);
            state = Phrase.fold(state, List.of(fact));
            weights(state, Orders.following(state, fact, 1));
        }
        assertThat(after.why()).isNotEmpty();
        boolean waits = !after.deadlines().isEmpty() || MAY_WAIT_FOR_EVER.contains(after.step());
        assertThat(waits).as("a wait without an end: %s", after.why()).isTrue();
        boolean outside = after.step() == Step.IDLE || after.step() == Step.UNREGISTERED;
        assertThat(outside && after.isRollingOut()).as("a rollout left open").isFalse();
    }

    private void check(TargetState state, RolloutFact fact) {
        switch (fact) {
            case AnalysisPassed it -> passed.add(state.attempt().revision().template());
            case RollbackOrdered it -> rolledBack.add(it.rollout());
            case AnalysisWaived it -> passed.add(state.attempt().revision().template());
            case PromotionOrdered it when state.definition().switches().skipAnalysis()
                    || state.step() == Step.STRANDED -> {
                // the Canary or a person said otherwise
            }
            case PromotionOrdered it -> assertThat(passed)
                    .as("only what was analysed is promoted")
                    .contains(it.revision().template());
            case TrafficShiftOrdered it when rolledBack.contains(it.rollout()) ->
                    assertThat(it.canary()).as("no request after a rollback")
                            .isEqualTo(Weight.ZERO);
            default -> {
                // nothing to be said of the others
            }
        }
    }

    private static void weights(TargetState state, List<Order> orders) {
        Weight allowed = state.standing().route().canary();
        for (Order order : orders) {
            switch (order) {
                case ShiftTraffic it -> assertThat(it.canary()).isEqualTo(allowed);
                case PrepareTarget it -> assertThat(it.canary())
                        .isLessThanOrEqualTo(allowed);
                default -> {
                    // moves no requests
                }
            }
        }
    }
}
