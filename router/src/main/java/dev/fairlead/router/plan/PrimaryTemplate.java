package dev.fairlead.router.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.fairlead.canary.revision.RevisionFingerprint;
import dev.fairlead.canary.revision.TrackedConfigs;

/**
 * Makes the primary's pod template of the target's.
 *
 * @param workload
 *            the target's workload's name
 * @param label
 *            tells the two apart
 * @param selectorLabels
 *            the keys whose values are rewritten in rules that keep pods apart
 * @param configs
 *            {@code configmap/name} or {@code secret/name} of those that the primary has a copy of
 */
public record PrimaryTemplate(String workload, SelectorLabel label, List<String> selectorLabels,
        Set<String> configs) {

    /** Changes whenever the primary's pods must be made anew. */
    public static final String ID = "flagger-id";

    private static final String PRIMARY = "-primary";

    /** The primary's template, without an id. */
    public Fields of(Fields template) {
        return template.with(labels(template), "metadata", "labels")
                .withUnlessEmpty(copied(template.textMap("metadata", "annotations")), "metadata",
                        "annotations")
                .changing(this::podSpec, "spec");
    }

    /** Whether a primary's template is what would be made of the target's, whatever its id. */
    public boolean isOf(Fields primary, Fields template) {
        return RevisionFingerprint.canonicalTemplate(withoutId(primary).map())
                .equals(RevisionFingerprint.canonicalTemplate(of(template).map()));
    }

    /** A primary's template but for its id. */
    public static Fields withoutId(Fields template) {
        Fields without = template.without("metadata", "annotations", ID);
        return without.withUnlessEmpty(without.fields("metadata", "annotations"), "metadata",
                "annotations");
    }

    private Map<String, String> labels(Fields template) {
        Map<String, String> labels = copied(template.textMap("metadata", "labels"));
        labels.put(label.key(), label.primaryValue());
        return labels;
    }

    private static Map<String, String> copied(Map<String, String> all) {
        Map<String, String> copied = new TreeMap<>(all);
        copied.keySet().removeIf(name -> !Meta.isCopied(name));
        return copied;
    }

    private Fields podSpec(Fields spec) {
        return Fields.of(TrackedConfigs.ofPrimary(spec.map(), configs))
                .changingEach(this::apart, "topologySpreadConstraints")
                .changing(affinity -> affinity
                        .changingEach(term -> term.changing(this::apart, "podAffinityTerm"),
                                "preferredDuringSchedulingIgnoredDuringExecution")
                        .changingEach(this::apart,
                                "requiredDuringSchedulingIgnoredDuringExecution"),
                        "affinity", "podAntiAffinity");
    }

    /** Rules that keep the target's pods apart keep the primary's apart. */
    private Fields apart(Fields rule) {
        return rule.changing(selector -> selector.changingEach(this::expression, "matchExpressions")
                .changing(this::matchLabels, "matchLabels"), "labelSelector");
    }

    private Fields matchLabels(Fields labels) {
        Fields changed = labels;
        for (String key : selectorLabels) {
            if (labels.text(key).equals(workload)) {
                changed = changed.with(workload + PRIMARY, key);
            }
        }
        return changed;
    }

    private Fields expression(Fields expression) {
        List<String> values = expression.texts("values");
        int at = values.indexOf(workload);
        if (at < 0 || !selectorLabels.contains(expression.text("key"))) {
            return expression;
        }
        List<String> changed = new ArrayList<>(values);
        changed.set(at, workload + PRIMARY);
        return expression.with(changed, "values");
    }
}
