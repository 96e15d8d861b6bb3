package dev.fairlead.router.plan;

import java.util.List;

import dev.fairlead.events.report.ChangeRefused.Reason;

/**
 * The one label by which the pods of a target and those of its primary are told apart.
 *
 * @param key
 *            the first of the configured keys that the target selects by
 * @param value
 *            the target's value, free to differ from its name
 */
public record SelectorLabel(String key, String value) {

    private static final String PRIMARY = "-primary";

    /**
     * Finds the label in the target's selector.
     *
     * @param keys
     *            in order of preference
     * @throws Obstacle
     *             INVALID when the target selects by none of them; the text is Flagger's
     */
    public static SelectorLabel of(ObjectRef target, Fields live, List<String> keys) {
        var labels = live.textMap("spec", "selector", "matchLabels");
        return keys.stream()
                .filter(labels::containsKey)
                .findFirst()
                .map(key -> new SelectorLabel(key, labels.getOrDefault(key, "")))
                .orElseThrow(() -> new Obstacle(Reason.INVALID, target.toString(),
                        "%s %s.%s spec.selector.matchLabels must contain one of [%s]".formatted(
                                target.kind().title().toLowerCase(java.util.Locale.ROOT),
                                target.name(), target.namespace(), String.join(" ", keys))));
    }

    public String primaryValue() {
        return value + PRIMARY;
    }
}
