package dev.fairlead.canary.reading;

import java.util.regex.Pattern;

/** Addresses of services, and what may be shown of them. */
final class Addresses {

    private static final Pattern HTTP = Pattern.compile("(?i)https?://[^\\s/?#]+\\S*");
    private static final String EXPECTED = "an http or https URL";

    private Addresses() {}

    /** The address as written; a problem, which does not show it, unless it is an absolute http or https URL. */
    static String read(Field field) {
        String address = field.text();
        if (!address.isEmpty() && !HTTP.matcher(address).matches()) {
            field.notShown(EXPECTED, "something else (not shown, it may be secret)");
        }
        return address;
    }

    static String required(Field field) {
        if (field.text().isEmpty()) {
            field.missing(EXPECTED);
        }
        return read(field);
    }
}
