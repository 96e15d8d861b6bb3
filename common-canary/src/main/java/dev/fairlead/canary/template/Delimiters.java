package dev.fairlead.canary.template;

/** Where actions begin and end in a template, and how far the white space goes that they trim. */
record Delimiters(String source) {

    static final String LEFT = "{{";
    static final String RIGHT = "}}";
    private static final String SPACES = " \t\r\n";
    private static final int TRIM = 2;

    static boolean space(char c) {
        return SPACES.indexOf(c) >= 0;
    }

    /** Whether the left delimiter that starts here trims the text before it. */
    boolean trimsLeft(int left) {
        int after = left + LEFT.length();
        return after + 1 < source.length() && source.charAt(after) == '-'
                && space(source.charAt(after + 1));
    }

    /** Where the action of the left delimiter that starts here begins. */
    int inside(int left) {
        return left + LEFT.length() + (trimsLeft(left) ? TRIM : 0);
    }

    /** Where the text ends that lies between two places, when the white space at its end is trimmed. */
    int trimmedEnd(int from, int to) {
        int end = to;
        while (end > from && space(source.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    boolean trimsRight(int here) {
        return here + 1 < source.length() && space(source.charAt(here))
                && source.charAt(here + 1) == '-' && source.startsWith(RIGHT, here + TRIM);
    }

    /** Whether a right delimiter starts here, with or without trimming. */
    boolean right(int here) {
        return trimsRight(here) || source.startsWith(RIGHT, here);
    }

    /** Where the text goes on after the right delimiter that starts here. */
    int behindRight(int here) {
        if (!trimsRight(here)) {
            return here + RIGHT.length();
        }
        int behind = here + TRIM + RIGHT.length();
        while (behind < source.length() && space(source.charAt(behind))) {
            behind++;
        }
        return behind;
    }
}
