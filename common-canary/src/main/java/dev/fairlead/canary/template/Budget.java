package dev.fairlead.canary.template;

/** The steps that one execution may still take. */
final class Budget {

    private int left = Limits.MOST_STEPS;

    boolean takes(int steps) {
        left -= steps;
        return left >= 0;
    }
}
