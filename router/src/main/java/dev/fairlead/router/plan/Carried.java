package dev.fairlead.router.plan;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.Revision;

/** The revision that a primary says it carries, in two annotations of the workload. */
public final class Carried {

    private static final String PAIR = "=";

    private static final String NEXT = ",";

    private Carried() {}

    /** What the primary carries; {@link Revision#NONE} when it does not say. */
    public static Revision by(Fields primary) {
        String fingerprint = Meta.annotation(primary, Meta.REVISION);
        if (fingerprint.isEmpty()) {
            return Revision.NONE;
        }
        Map<String, String> configs = new TreeMap<>();
        for (String pair : Meta.annotation(primary, Meta.CONFIGS).split(NEXT)) {
            int at = pair.indexOf(PAIR);
            if (at > 0) {
                configs.put(pair.substring(0, at), pair.substring(at + 1));
            }
        }
        var images = primary.list("spec", "template", "spec", "containers")
                .stream()
                .map(container -> container.text("image"))
                .toList();
        return new Revision(new Fingerprint(fingerprint), configs, images);
    }

    /** The primary with its revision written on it. */
    static Fields on(Fields primary, Revision revision) {
        String configs = revision.configs()
                .entrySet()
                .stream()
                .map(config -> config.getKey() + PAIR + config.getValue())
                .collect(Collectors.joining(NEXT));
        return primary
                .with(revision.template().text(), "metadata", "annotations", Meta.REVISION)
                .withUnlessEmpty(configs, "metadata", "annotations", Meta.CONFIGS);
    }
}
