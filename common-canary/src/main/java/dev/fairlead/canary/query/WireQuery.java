package dev.fairlead.canary.query;

import java.util.regex.Pattern;

/** Queries as they go to Prometheus and Graphite. */
public final class WireQuery {

    /** White space as Go's regular expressions know it. */
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\t\\n\\f\\r ]+");

    private WireQuery() {}

    /** Each run of white space becomes one blank, also in front, at the end and inside string literals. */
    public static String collapsed(String rendered) {
        return WHITE_SPACE.matcher(rendered).replaceAll(" ");
    }
}
