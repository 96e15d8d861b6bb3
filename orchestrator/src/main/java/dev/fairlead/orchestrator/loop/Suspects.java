package dev.fairlead.orchestrator.loop;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds the input whose facts the database refuses to store, so that it stops one target and not
 * the engine. After a refusal inputs are appended one by one; the one that is refused alone is
 * guilty, and its target is stopped when it comes again.
 */
final class Suspects {

    /** Cycles without a refusal after which inputs are appended together again. */
    static final int CALM_AFTER = 100;

    private final Set<String> guilty = new HashSet<>();
    private int careful;

    boolean areSought() {
        return careful > 0;
    }

    boolean isGuilty(Input input) {
        return guilty.contains(name(input));
    }

    /** The database refused a batch of several inputs. */
    void refused() {
        careful = CALM_AFTER;
    }

    /** The database refused this input alone. */
    void refused(Input input) {
        careful = CALM_AFTER;
        guilty.add(name(input));
    }

    /** A cycle went well. */
    void passed() {
        careful = Math.max(0, careful - 1);
        if (careful == 0) {
            guilty.clear();
        }
    }

    private static String name(Input input) {
        return input.target() + " " + input.cause();
    }
}
