package dev.fairlead.standalone.flags;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param own
 *            flags of standalone itself, by name, each with its values
 * @param settings
 *            of the services, by name
 * @param notes
 *            lines for people: what was accepted and does nothing, and why
 */
public record Wish(Map<String, List<String>> own, Map<String, String> settings,
        List<String> notes) {

    public Wish {
        own = Map.copyOf(own);
        settings = Map.copyOf(settings);
        notes = List.copyOf(notes);
    }

    /** The value of a flag that may stand once. */
    public Optional<String> value(String flag) {
        return values(flag).stream().findFirst();
    }

    /** The values of a flag that may stand more than once. */
    public List<String> values(String flag) {
        return own.getOrDefault(flag, List.of());
    }

    /** Whether a flag is there that needs no value. */
    public boolean has(String flag) {
        return value(flag).filter("true"::equals).isPresent();
    }

    /** Settings may be secret. */
    @Override
    public String toString() {
        return "Wish[own=" + own + ", settings=" + settings.keySet() + "]";
    }
}
