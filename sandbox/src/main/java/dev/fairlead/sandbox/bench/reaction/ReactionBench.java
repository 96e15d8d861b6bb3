package dev.fairlead.sandbox.bench.reaction;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.fairlead.sandbox.bench.BenchCommand;
import dev.fairlead.sandbox.bench.ground.BenchWorld;
import dev.fairlead.sandbox.bench.sheet.Figure;
import dev.fairlead.sandbox.bench.sheet.Sheet;

/** {@code fairlead bench reaction}. */
@Command(name = "reaction", description = "how soon the engine does what an event allows", sortOptions = false)
public final class ReactionBench extends BenchCommand {

    /** Parts that can be measured alone. */
    public enum Part {
        FIRST_WEIGHT, AT_ONCE, ROLLBACKS, STEPS, PROMOTIONS, AFTER_START
    }

    @Option(names = "--only", split = ",", paramLabel = "PART", description = "only these of ${COMPLETION-CANDIDATES}")
    private Set<Part> only = EnumSet.allOf(Part.class);

    @Option(names = "--changes", paramLabel = "N", defaultValue = "100", description = "changes of one target, one a second (${DEFAULT-VALUE})")
    private int changes;

    @Option(names = "--at-once", paramLabel = "N", defaultValue = "50", description = "targets that are changed at once (${DEFAULT-VALUE})")
    private int atOnce;

    @Option(names = "--stopped", paramLabel = "N", defaultValue = "300", description = "targets that are changed while the engine is stopped"
            + " (${DEFAULT-VALUE})")
    private int stopped;

    @Option(names = "--releases", paramLabel = "N", defaultValue = "100", description = "bad releases while Slack answers, and as many while it hangs"
            + " (${DEFAULT-VALUE})")
    private int releases;

    @Option(names = "--rollouts", paramLabel = "N", defaultValue = "20", description = "good releases; a quarter of them in ten steps (${DEFAULT-VALUE})")
    private int rollouts;

    @Override
    protected void measure(Sheet sheet) {
        try (BenchWorld ground = new BenchWorld(this::tell)) {
            Stand stand = Stand.open(ground, this::tell);
            for (Part part : Part.values()) {
                if (only.contains(part)) {
                    sheet.addAll(measure(part, stand));
                }
            }
        }
    }

    private List<Figure> measure(Part part, Stand stand) {
        return switch (part) {
            case FIRST_WEIGHT -> new FirstWeight(stand).measure(changes);
            case AT_ONCE -> new AtOnce(stand).running(atOnce);
            case ROLLBACKS -> new Rollbacks(stand).measure(releases);
            case STEPS -> new Steps(stand).measure(Math.max(1, rollouts / 4));
            case PROMOTIONS -> new Promotions(stand).measure(rollouts);
            case AFTER_START -> new AtOnce(stand).stopped(stopped);
        };
    }
}
