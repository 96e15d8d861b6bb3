package dev.fairlead.standalone.flags;

import java.util.List;

/**
 * One flag.
 *
 * @param name
 *            without dashes
 * @param form
 *            of its value
 * @param label
 *            stands for the value in the help; empty for a flag that is there or not
 * @param help
 *            what it does; for one that is not needed, why not
 * @param use
 *            what becomes of it
 * @param settings
 *            the services' settings that it says
 */
record Flag(String name, Form form, String label, String help, Use use, List<String> settings) {

    enum Use {
        /** Says settings of the services. */
        SETTING,
        /** Read by standalone itself. */
        OWN,
        /** Accepted, and a line says why it does nothing. */
        NEEDLESS,
        /** Known, asks for what there is not, and is refused. */
        MISSING
    }

    Flag {
        settings = List.copyOf(settings);
    }

    static Flag own(String name, Form form, String label, String help) {
        return new Flag(name, form, label, help, Use.OWN, List.of());
    }

    static Flag setting(String name, Form form, String label, String help, String... settings) {
        return new Flag(name, form, label, help, Use.SETTING, List.of(settings));
    }

    static Flag needless(String name, String why) {
        return new Flag(name, Form.TEXT, "…", why, Use.NEEDLESS, List.of());
    }

    static Flag missing(String name, String why) {
        return new Flag(name, Form.TEXT, "…", why, Use.MISSING, List.of());
    }

    /** Whether it may stand without a value, and then means yes. */
    boolean isSwitch() {
        return form == Form.BOOLEAN;
    }

    /** Whether it has a value that may not be shown. */
    boolean isSecret() {
        return name.endsWith("-token") || name.equals("slack-url") || name.equals("msteams-url")
                || name.equals("event-webhook");
    }
}
