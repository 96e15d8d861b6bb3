package dev.fairlead.cli.doctor;

/**
 * One thing that was looked at.
 *
 * @param part
 *            of what
 * @param state
 *            how it is
 * @param found
 *            what was seen
 * @param next
 *            what to do; empty when it is well
 */
public record Diagnosis(String part, State state, String found, String next) {

    /** How something is. */
    public enum State {
        OK, WARNING, BAD
    }

    static Diagnosis ok(String part, String found) {
        return new Diagnosis(part, State.OK, found, "");
    }

    static Diagnosis bad(String part, String found, String next) {
        return new Diagnosis(part, State.BAD, found, next);
    }

    static Diagnosis warning(String part, String found, String next) {
        return new Diagnosis(part, State.WARNING, found, next);
    }
}
