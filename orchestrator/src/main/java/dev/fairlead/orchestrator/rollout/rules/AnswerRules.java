package dev.fairlead.orchestrator.rollout.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.AnalysisFailed;
import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.HooksFailed;
import dev.fairlead.events.fact.HooksPassed;
import dev.fairlead.events.report.AnalysisScored;
import dev.fairlead.events.report.CheckEvidence;
import dev.fairlead.events.report.CheckEvidence.Outcome;
import dev.fairlead.events.report.CheckEvidence.Verdict;
import dev.fairlead.events.report.HooksAnswered;
import dev.fairlead.events.report.HooksAnswered.HookAnswer;
import dev.fairlead.orchestrator.rollout.state.Step;

/** What follows from evidence and from hooks' answers. A late or repeated one follows nothing. */
final class AnswerRules {

    private AnswerRules() {}

    static void scored(Draft draft, AnalysisScored report) {
        boolean awaited = draft.step() == Step.ANALYSING
                && report.analysis().equals(draft.state().attempt().analysis());
        if (!awaited) {
            return;
        }
        Optional<CheckEvidence> failed = first(report, Verdict.FAIL);
        Optional<CheckEvidence> unsure = first(report, Verdict.INCONCLUSIVE);
        if (failed.isPresent() && isTooEarly(draft, report)) {
            TrialRules.hold(draft, failed.get().halt(), false);
        } else if (failed.isPresent()) {
            fail(draft, report, failed.get().halt());
        } else if (unsure.isPresent()) {
            TrialRules.hold(draft, unsure.get().halt(), isSourceLost(report));
        } else {
            draft.add(new AnalysisPassed(draft.head(), report.analysis()));
            TrialRules.advance(draft);
        }
    }

    private static void fail(Draft draft, AnalysisScored report, String halt) {
        draft.add(new AnalysisFailed(draft.head(), report.analysis(), halt,
                draft.state().attempt().failedChecks() + 1,
                draft.in(draft.definition().analysis().interval())));
        RetreatRules.ifThresholdReached(draft, halt);
    }

    /** Whether all that is wrong is that nothing could have been measured yet. */
    private static boolean isTooEarly(Draft draft, AnalysisScored report) {
        Instant since = draft.state().attempt().servedSince();
        return draft.at().isBefore(since.plus(Limits.FIRST_VALUES)) && report.checks()
                .stream()
                .filter(check -> check.verdict() == Verdict.FAIL)
                .allMatch(check -> check.outcome() == Outcome.EMPTY
                        || check.outcome() == Outcome.NOT_A_NUMBER);
    }

    private static boolean isSourceLost(AnalysisScored report) {
        return report.checks().stream().anyMatch(it -> it.outcome() == Outcome.UNREACHABLE);
    }

    private static Optional<CheckEvidence> first(AnalysisScored report, Verdict verdict) {
        return report.checks().stream().filter(check -> check.verdict() == verdict).findFirst();
    }

    static void answered(Draft draft, HooksAnswered report) {
        if (GateRules.isGate(report.kind())) {
            GateRules.answered(draft, report);
            return;
        }
        boolean awaited = draft.state()
                .pending()
                .isAnsweredBy("CallHooks",
                        report.order().fence());
        if (!awaited || !isOfStep(draft.step(), report.kind())) {
            return;
        }
        if (report.allPassed()) {
            passed(draft, report.kind(), names(report.answers()));
        } else {
            failed(draft, report);
        }
    }

    /** Whether hooks are awaited that the Canary does not name any more. */
    static boolean areHooksGone(Draft draft) {
        return draft.state().pending().what().equals("CallHooks")
                && draft.definition().hooks(ofStep(draft.step())).isEmpty();
    }

    static void withoutHooks(Draft draft) {
        passed(draft, ofStep(draft.step()), List.of());
    }

    private static HookType ofStep(Step step) {
        return Stream.of(HookType.PRE_ROLLOUT, HookType.ROLLOUT, HookType.POST_ROLLOUT)
                .filter(type -> isOfStep(step, type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Expected a step that waits for hooks, but it is " + step));
    }

    private static boolean isOfStep(Step step, HookType type) {
        return switch (type) {
            case PRE_ROLLOUT -> step == Step.PRE_ROLLOUT;
            case ROLLOUT -> step == Step.ROLLOUT_HOOKS;
            case POST_ROLLOUT -> step == Step.IDLE || step == Step.STRANDED;
            case CONFIRM_ROLLOUT, CONFIRM_TRAFFIC_INCREASE, CONFIRM_PROMOTION, ROLLBACK, EVENT ->
                    false;
        };
    }

    private static void passed(Draft draft, HookType kind, List<String> hooks) {
        draft.add(new HooksPassed(draft.head(), kind, hooks));
        switch (kind) {
            case PRE_ROLLOUT -> TrialRules.advance(draft);
            case ROLLOUT -> TrialRules.analyse(draft);
            case POST_ROLLOUT, CONFIRM_ROLLOUT, CONFIRM_TRAFFIC_INCREASE, CONFIRM_PROMOTION,
                    ROLLBACK, EVENT -> {
                // told, and nothing else follows
            }
        }
    }

    private static void failed(Draft draft, HooksAnswered report) {
        HookAnswer last = report.answers().getLast();
        List<String> before = names(report.answers().subList(0, report.answers().size() - 1));
        boolean counts = report.kind() != HookType.POST_ROLLOUT;
        draft.add(new HooksFailed(draft.head(), report.kind(), before, last.hook(), last.error(),
                draft.state().attempt().failedChecks() + (counts ? 1 : 0),
                draft.in(draft.definition().analysis().interval())));
        if (counts) {
            RetreatRules.ifThresholdReached(draft, HaltTexts.hook(draft.state(), report.kind(),
                    last.hook(), last.error()));
        }
    }

    private static List<String> names(List<HookAnswer> answers) {
        return answers.stream().map(HookAnswer::hook).toList();
    }
}
