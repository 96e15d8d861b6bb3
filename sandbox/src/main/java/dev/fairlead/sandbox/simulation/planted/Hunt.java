package dev.fairlead.sandbox.simulation.planted;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

import dev.fairlead.sandbox.simulation.Trial;

/** Looks for a planted mistake: runs one world after the other until one shows that something is wrong. */
public final class Hunt {

    /** Worlds in which a mistake must have shown itself. */
    public static final int WORLDS = 60;
    private static final String INSIDE = "dev.fairlead.sandbox.simulation.Trial";

    private Hunt() {}

    /**
     * What a hunt came to.
     *
     * @param worlds
     *            how many it took
     * @param shown
     *            what did not hold; empty when nothing was found
     */
    public record Found(Mistake mistake, int worlds, Optional<String> shown) {

        @Override
        public String toString() {
            return (shown.isPresent() ? "found  " : "MISSED ") + worlds + " seeds  "
                    + mistake.name() + "  (" + shown.orElse("nothing was wrong") + ")";
        }
    }

    /**
     * Hunts one mistake.
     *
     * @throws IllegalStateException
     *             when it cannot be planted
     */
    public static Found find(Mistake mistake, long seed) {
        var loader = new PlantedLoader(mistake, Hunt.class.getClassLoader());
        try {
            var trial = loader.loadClass(INSIDE).getMethod("of", long.class);
            for (int world = 1; world <= WORLDS; world++) {
                String shown = (String) trial.invoke(null, seed + world);
                // in a world that shows the same without it, nothing is found
                if (!shown.isEmpty() && loader.isPlanted() && Trial.of(seed + world).isEmpty()) {
                    return new Found(mistake, world, Optional.of(shown));
                }
            }
            return new Found(mistake, WORLDS, Optional.empty());
        } catch (ReflectiveOperationException e) {
            Throwable cause = e instanceof InvocationTargetException told ? told.getCause() : e;
            throw new IllegalStateException("Could not plant " + mistake.name() + ": " + cause, e);
        }
    }
}
