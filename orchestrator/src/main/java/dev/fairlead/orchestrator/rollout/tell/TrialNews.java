package dev.fairlead.orchestrator.rollout.tell;

import java.util.ArrayList;
import java.util.List;

import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Analysis;
import dev.fairlead.events.definition.Analysis.Strategy;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.fact.IterationStarted;
import dev.fairlead.events.fact.TrafficShifted;
import dev.fairlead.orchestrator.rollout.rules.Advance;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** How a revision comes along, in Flagger's words for each strategy. */
final class TrialNews {

    private static final String BY_SERVICES =
            " is not supported when using the kubernetes provider";

    private TrialNews() {}

    static Note[] begin(Texts texts, TargetState after) {
        List<Note> notes = new ArrayList<>();
        notes.add(Note.normal("Starting canary analysis for " + texts.target()));
        Definition definition = after.definition();
        if (Advance.isByServices(definition)) {
            if (!definition.analysis().match().isEmpty()) {
                notes.add(Note.warning("A/B testing" + BY_SERVICES));
            }
            if (definition.analysis().iterations() == 0) {
                notes.add(Note.warning("Progressive traffic" + BY_SERVICES));
                notes.add(Note.warning("Setting canaryAnalysis.iterations: "
                        + Advance.ITERATIONS_BY_SERVICES));
            }
        }
        return notes.toArray(Note[]::new);
    }

    /** The one before a blue/green promotion was told as a change of the route. */
    static Note iteration(Texts texts, TargetState after, IterationStarted fact) {
        int all = Advance.iterations(after.definition());
        return fact.number() > all
                ? Note.normal("")
                : Note.normal("Advance " + texts.canary() + " canary iteration " + fact.number()
                        + "/" + all);
    }

    /** Without weights most of it is told by the iteration that follows. */
    static List<Note> shifted(Texts texts, TargetState after, TrafficShifted fact) {
        Analysis analysis = after.definition().analysis();
        if (analysis.strategy() == Strategy.CANARY) {
            return List.of(Note.normal("Advance " + texts.canary() + " canary weight "
                    + fact.canary()));
        }
        boolean all = analysis.strategy() == Strategy.BLUE_GREEN
                && fact.canary().equals(Weight.FULL);
        if (!all) {
            return List.of();
        }
        return List.of(Note.normal(analysis.mirror().enabled()
                ? "Stop traffic mirroring and route all traffic to canary"
                : "Routing all traffic to canary"));
    }

    /** Services alone lead to the primary all the time. */
    static Note back(Texts texts, TargetState after, Weight canary) {
        if (Advance.isByServices(after.definition())) {
            return Note.normal("");
        }
        return after.definition().analysis().steps().stepWeightPromotion() == 0
                ? Note.normal("Routing all traffic to primary")
                : Note.normal("Advance " + texts.canary() + " primary weight "
                        + canary.primaryPercent());
    }
}
