package dev.fairlead.judge;

import java.util.Map;

/** Every judge that there ever was. */
public final class Judges {

    /** The version that new analyses are ordered with. */
    public static final int CURRENT = 1;

    private static final Map<Integer, Judge> ALL = Map.of(1, new JudgeV1());

    private Judges() {}

    /**
     * @throws IllegalArgumentException
     *             for a version from the future
     */
    public static Judge version(int version) {
        Judge judge = ALL.get(version);
        if (judge == null) {
            throw new IllegalArgumentException(
                    "Expected a judge of version 1 to " + CURRENT + ", but got " + version);
        }
        return judge;
    }
}
