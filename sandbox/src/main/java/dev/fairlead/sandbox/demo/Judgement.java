package dev.fairlead.sandbox.demo;

import java.io.PrintStream;

/** The expectations of the demo, each printed with what came. */
final class Judgement {

    private final PrintStream out;
    private boolean good = true;

    Judgement(PrintStream out) {
        this.out = out;
    }

    void expect(String what, Object expected, Object came) {
        boolean met = expected.equals(came);
        good &= met;
        out.println((met ? "  as expected   " : "  NOT EXPECTED  ") + what + ": " + came
                + (met ? "" : ", instead of " + expected));
    }

    boolean isGood() {
        return good;
    }
}
