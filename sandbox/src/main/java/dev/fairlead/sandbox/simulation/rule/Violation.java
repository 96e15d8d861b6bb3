package dev.fairlead.sandbox.simulation.rule;

/** Something that must hold does not. An error, so that nothing that is simulated catches it. */
public final class Violation extends Error {

    private static final long serialVersionUID = 1;

    private final String rule;

    /**
     * @param rule
     *            its name
     * @param what
     *            what was expected, and what came
     */
    public Violation(String rule, String what) {
        super(rule + ": " + what);
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }

    static void unless(boolean holds, String rule, java.util.function.Supplier<String> what) {
        if (!holds) {
            throw new Violation(rule, what.get());
        }
    }
}
