package dev.fairlead.orchestrator.rollout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.definition.Problem;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.orchestrator.rollout.Decision.Rejected;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every step with every kind of word, as a table to be reviewed. It is written anew with
 * {@code -Dgolden.write=true}; then look at what has changed, and why.
 */
class TransitionMatrixTest {

    private static final Path TABLE = Path.of("src/test/resources/rollout/transitions.txt");
    private static final Problem BAD = new Problem("spec.provider", "istoi", "unknown provider");

    private final LogProof log = new LogProof();

    @Test
    void every_step_answers_every_word_as_reviewed() throws IOException {
        String table = table();
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, table);
        }
        assertThat(table).isEqualTo(Files.readString(TABLE));
    }

    private String table() {
        StringBuilder table = new StringBuilder();
        for (Step step : Step.values()) {
            table.append(step).append('\n');
            List<String> nothing = new ArrayList<>();
            words().forEach((name, saying) -> {
                String outcome = outcome(step, saying);
                if (outcome.isEmpty()) {
                    nothing.add(name);
                } else {
                    table.append("  ").append(name).append(" -> ").append(outcome).append('\n');
                }
            });
            table.append("  nothing: ").append(String.join(", ", nothing)).append("\n\n");
        }
        return table.toString();
    }

    private String outcome(Step step, Saying saying) {
        TargetState state = Phrase.fold(TargetState.unknown(Canaries.PODINFO),
                place(step).in(TargetState.unknown(Canaries.PODINFO), Told.NOON));
        assertThat(state.step()).isEqualTo(step);
        Command command = saying.in(state, Told.NOON.plusSeconds(5));
        List<RolloutFact> facts = log.decide(state, command);
        if (RolloutDecider.decide(state, command) instanceof Rejected(var reason, _)) {
            assertThat(reason.message()).startsWith("Expected ");
            return "refused as " + reason.code();
        }
        TargetState after = Phrase.fold(state, facts);
        OrderLines.orders(state, facts);
        String names = facts.stream()
                .map(fact -> fact.getClass().getSimpleName())
                .collect(Collectors.joining(", "));
        return facts.isEmpty() ? "" : names + " => " + after.step();
    }

    private static Phrase place(Step step) {
        return switch (step) {
            case AWAITING_ROLLOUT_GATE, AWAITING_TRAFFIC_GATE, AWAITING_PROMOTION_GATE ->
                    Places.gated(step);
            default -> Places.at(step); // without hooks, as most Canaries
        };
    }

    private static void people(Map<String, Saying> words) {
        words.put("pause", People.pause());
        words.put("resume", People.resume());
        words.put("promote", People.promote());
        words.put("abort", People.abort());
        words.put("retry", People.retry());
        words.put("approve", People.approve(""));
        words.put("reject", People.reject(""));
        words.put("approve rollback", People.approve("rollback"));
    }

    private static Map<String, Saying> words() {
        Map<String, Saying> words = new LinkedHashMap<>();
        words.put("another threshold", Sayings.canarySays(2, Canaries.threshold(1)));
        words.put("another timeout", Sayings.canarySays(2, Canaries.withTimeout("15s")));
        words.put("another port", Sayings.canarySays(2, Canaries.onPort(8080)));
        words.put("a refused Canary", Sayings.canaryIsRefused(2, BAD));
        words.put("a deleted Canary", Sayings.canaryIsGone());
        words.put("a Canary being deleted", Deletions.canaryIsBeingDeleted());
        words.put("a missing workload", Sayings.workloadIsMissing("podinfo.test not found"));
        words.put("a new revision", Sayings.targetAsksFor("v9"));
        words.put("the promoted revision", Sayings.targetAsksFor("v1"));
        words.put("canary ready", Sayings.canaryPodsReady("v2"));
        words.put("canary stuck", Sayings.canaryPods("v2", Verdict.STUCK, "stuck"));
        words.put("primary ready", Sayings.primaryPodsReady("v2"));
        words.put("primary stuck", Sayings.primaryPods("v2", Verdict.STUCK, "stuck"));
        words.put("a foreign route", Sayings.routeIs(77, "kubectl-edit"));
        words.put("a lost object", Sayings.objectIsLost("VirtualService", "podinfo"));
        words.put("a status behind", Sayings.restated("Waiting"));
        answers(words);
        people(words);
        for (DeadlineKind kind : DeadlineKind.values()) {
            words.put("timer " + kind, Sayings.elapses(kind));
        }
        return words;
    }

    private static void answers(Map<String, Saying> words) {
        words.put("applied", Sayings.done());
        words.put("refused as UNREACHABLE", Sayings.refusedAs(Reason.UNREACHABLE, "no route"));
        words.put("refused as MISSING", Sayings.refusedAs(Reason.MISSING, "not found"));
        words.put("refused as MOVED_ON", Sayings.refusedAs(Reason.MOVED_ON, "moved on"));
        words.put("overtaken", Sayings.overtaken());
        words.put("passes", Sayings.passes());
        words.put("fails", Sayings.fails(Places.HALT));
        words.put("cannot be judged", Sayings.cannotBeJudged("no data"));
        for (HookType type : HookType.values()) {
            words.put(type.wireName() + " passes", Sayings.hookPasses(type, "hook"));
            words.put(type.wireName() + " fails", Sayings.hookFails(type, "hook", "no"));
        }
    }
}
