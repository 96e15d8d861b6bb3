package dev.fairlead.orchestrator.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.fairlead.orchestrator.api.TargetView;

/**
 * A step of the plan.
 *
 * @param words
 *            what is done
 * @param state
 *            done, now or next
 * @param at
 *            when at the soonest, for those to come while nothing holds them; else EPOCH
 */
public record PlanStep(String words, String state, Instant at) {

    static List<PlanStep> of(TargetView view) {
        List<PlanStep> steps = new ArrayList<>();
        boolean trying = view.stage().equals("progressing");
        Optional<Instant> next = trying && !view.paused() && view.gates().isEmpty()
                ? view.deadlines()
                        .stream()
                        .filter(it -> it.kind().equals("analysis"))
                        .map(TargetView.Next::due)
                        .findFirst()
                : Optional.empty();
        int coming = 0;
        for (int weight : view.plan().weights()) {
            boolean ahead = weight > view.weight() || !trying;
            String state = !ahead ? weight == view.weight() ? "now" : "done" : "next";
            steps.add(new PlanStep(weight + " %", promoted(view) ? "done" : state,
                    ahead ? expected(view, next, coming++) : Instant.EPOCH));
        }
        String last = promoted(view) ? "done" : promoting(view) ? "now" : "next";
        steps.add(new PlanStep("promotion", last,
                last.equals("next") ? expected(view, next, coming) : Instant.EPOCH));
        return steps;
    }

    public boolean isTimed() {
        return !at.equals(Instant.EPOCH);
    }

    private static Instant expected(TargetView view, Optional<Instant> next, int intervals) {
        return next.map(it -> it.plus(view.plan().interval().multipliedBy(intervals)))
                .orElse(Instant.EPOCH);
    }

    private static boolean promoting(TargetView view) {
        return view.stage().equals("promoting") || view.stage().equals("draining");
    }

    private static boolean promoted(TargetView view) {
        return view.rollout().isEmpty() && view.last().outcome().equals("succeeded")
                || promoting(view);
    }
}
