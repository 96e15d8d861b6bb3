package dev.fairlead.canary.model;

/** The three ways to release. */
public enum Strategy {
    /** Traffic moves by weight. */
    CANARY("canary"),
    /** All traffic moves at once, after a number of analyses. */
    BLUE_GREEN("blue-green"),
    /** Matching requests go to the canary for a number of analyses. */
    AB_TESTING("ab-testing");

    private final String text;

    Strategy(String text) {
        this.text = text;
    }

    /** The name in labels of metrics. */
    public String text() {
        return text;
    }
}
