package dev.fairlead.canary.template;

/** What one template may cost, so that no user's query can hold up or fill a worker. */
final class Limits {

    /** Characters of the template itself. */
    static final int LONGEST_SOURCE = 64 * 1024;
    /** Characters that one execution may write. */
    static final int LONGEST_OUTPUT = 64 * 1024;
    /** Characters of one text on the way. */
    static final int LONGEST_TEXT = 1024 * 1024;
    /** Nodes and loop rounds of one execution. */
    static final int MOST_STEPS = 100_000;
    /** Templates called within templates, and parentheses within parentheses. */
    static final int DEEPEST = 100;

    private Limits() {}
}
