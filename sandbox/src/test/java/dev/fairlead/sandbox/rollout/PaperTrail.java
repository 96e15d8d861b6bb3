package dev.fairlead.sandbox.rollout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.AnalysisId;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.fact.AnalysisFailed;
import dev.fairlead.events.fact.AnalysisOrdered;
import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.AnalysisWaived;
import dev.fairlead.events.fact.RequestRefused;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.sandbox.rollout.Ledger.Line;
import dev.fairlead.sandbox.rollout.Tables.Asked;
import dev.fairlead.sandbox.simulation.cluster.Secrets;

import static org.assertj.core.api.Assertions.assertThat;

/** What the log must tell of people, verdicts and secrets. */
final class PaperTrail {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Refusals that concern no state of a target, so that no fact can keep them. */
    private static final Set<String> NOT_OF_A_STATE = Set.of("Expired", "Unreadable",
            "TargetUnknown");

    private final Stage stage;
    private final Ledger ledger;

    PaperTrail(Stage stage) {
        this.stage = stage;
        this.ledger = Ledger.of(stage.log());
    }

    void holds() {
        everyCommandLedToFactsOrIsRefused();
        whoWaivedAnAnalysisIsNamed();
        aVerdictIsThatOfTheNewestAnalysis();
        noSecretIsOutsideOfWhereItWasPut();
    }

    /** The person waits for the answer, so there is one before the journey goes on. */
    private void everyCommandLedToFactsOrIsRefused() {
        Map<String, Line> events = new HashMap<>();
        ledger.lines().forEach(line -> events.put(line.event().id(), line));
        for (Asked asked : stage.log().tables().asked(stage.log().target())) {
            assertThat(asked.answer()).as("answer to %s", asked).isNotEmpty();
            JsonNode answer = JSON.readTree(asked.answer());
            Line line = events.get(answer.path("event").path("id").asString(""));
            boolean accepted = answer.path("accepted").asBoolean();
            boolean kept = line != null && line.event()
                    .event()
                    .ids()
                    .causation()
                    .equals("command/" + asked.id());
            if (accepted && asked.type().equals("RetryTarget")) {
                continue; // may take up a stopped target, which is a fact of the engine's stream
            }
            if (accepted) {
                assertThat(kept).as("a fact of %s", asked).isTrue();
            } else if (!NOT_OF_A_STATE.contains(answer.path("code").asString(""))) {
                assertThat(kept && line.fact() instanceof RequestRefused refused && refused.reason()
                        .equals(answer.path("detail").asString("")))
                        .as("the refusal of %s is kept", asked)
                        .isTrue();
            }
        }
    }

    private void whoWaivedAnAnalysisIsNamed() {
        for (Line line : ledger.lines()) {
            if (line.fact() instanceof AnalysisWaived) {
                assertThat(line.event().event().ids().actor()).as(line.event().id()).isNotEmpty();
            }
        }
    }

    private void aVerdictIsThatOfTheNewestAnalysis() {
        Map<RolloutId, AnalysisId> newest = new HashMap<>();
        Set<AnalysisId> done = new HashSet<>();
        for (Line line : ledger.lines()) {
            switch (line.fact()) {
                case AnalysisOrdered it -> newest.put(it.rollout(), it.analysis());
                case AnalysisPassed it -> verdict(it, it.analysis(), newest, done);
                case AnalysisFailed it -> verdict(it, it.analysis(), newest, done);
                default -> {
                    // no verdict
                }
            }
        }
    }

    private static void verdict(RolloutFact fact, AnalysisId analysis,
            Map<RolloutId, AnalysisId> newest, Set<AnalysisId> done) {
        AnalysisId ordered = newest.get(fact.rollout());
        // one without metrics is never ordered
        assertThat(ordered == null || ordered.equals(analysis) || !newest.containsValue(analysis))
                .as("%s is about the newest analysis, %s", fact, ordered)
                .isTrue();
        assertThat(done.add(analysis)).as("the only verdict of %s", analysis).isTrue();
    }

    private void noSecretIsOutsideOfWhereItWasPut() {
        assertThat(stage.log().tables().holding(Secrets.MARK)).as("rows with a secret").isEmpty();
        Object status = stage.canary().getAdditionalProperties().get("status");
        assertThat(String.valueOf(status)).as("status").doesNotContain(Secrets.MARK);
        assertThat(stage.events()).as("Kubernetes events")
                .noneMatch(text -> text.contains(Secrets.MARK));
    }
}
