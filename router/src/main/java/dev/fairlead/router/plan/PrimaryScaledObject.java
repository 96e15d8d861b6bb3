package dev.fairlead.router.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.definition.PrimaryScaler;

/**
 * The ScaledObject of a primary, for KEDA. It is made with the primary and follows the target's
 * with each promotion.
 *
 * @param source
 *            the target's, as it was read in this attempt
 * @param workload
 *            the name of the target's workload
 * @param wish
 *            how it differs from the target's
 * @param following
 *            whether one that is there becomes as the target's is now
 */
public record PrimaryScaledObject(ObjectRef object, TargetKey target, Life life, Fields source,
        String workload, PrimaryScaler wish, boolean following) implements Draft {

    private static final String PRIMARY = "-primary";

    private static final List<String> COPIED = List.of("pollingInterval", "cooldownPeriod",
            "minReplicaCount", "maxReplicaCount", "fallback", "idleReplicaCount");

    @Override
    public Optional<Fields> created() {
        return Optional.of(object.head()
                .withUnlessEmpty(copied("labels"), "metadata", "labels")
                .withUnlessEmpty(copied("annotations"), "metadata", "annotations")
                .with(List.of(Meta.owner(target, life)), "metadata", "ownerReferences")
                .with(spec(Fields.EMPTY), "spec"));
    }

    @Override
    public Fields corrected(Fields live) {
        return following ? live.with(spec(live.fields("spec")), "spec") : live;
    }

    /** KEDA adds fields, and others may tune it. */
    @Override
    public boolean mayDrift() {
        return false;
    }

    private Fields spec(Fields live) {
        Fields spec = live.with(
                source.fields("spec", "scaleTargetRef").with(workload + PRIMARY, "name"),
                "scaleTargetRef");
        for (String field : COPIED) {
            spec = spec.withUnlessEmpty(source.at("spec", field).orElse(""), field);
        }
        spec = spec.with(advanced(), "advanced").with(triggers(), "triggers");
        if (wish.minReplicas() > 0) {
            spec = spec.with(wish.minReplicas(), "minReplicaCount");
        }
        return wish.maxReplicas() > 0 ? spec.with(wish.maxReplicas(), "maxReplicaCount") : spec;
    }

    /** The autoscaler that KEDA makes has a name of its own, too. */
    private Fields advanced() {
        Fields advanced = source.fields("spec", "advanced");
        Fields scaler = advanced.fields("horizontalPodAutoscalerConfig");
        String name = scaler.text("name");
        return advanced.with(name.isEmpty() ? scaler : scaler.with(name + PRIMARY, "name"),
                "horizontalPodAutoscalerConfig");
    }

    private List<Fields> triggers() {
        return source.list("spec", "triggers").stream().map(this::trigger).toList();
    }

    private Fields trigger(Fields trigger) {
        String query = trigger.text("metadata", "query");
        if (query.isEmpty()) {
            return trigger;
        }
        String wanted = wish.queries().isEmpty()
                ? renamed(query)
                : wish.queries().getOrDefault(trigger.text("name"), query);
        return trigger.with(wanted, "metadata", "query");
    }

    private String renamed(String query) {
        return Pattern.compile(Pattern.quote(workload) + "(-canary|-primary)?")
                .matcher(query)
                .replaceAll(Matcher.quoteReplacement(workload + PRIMARY));
    }

    /** Without the pause: a primary is never held at zero. */
    private Map<String, String> copied(String group) {
        Map<String, String> copied = new TreeMap<>(source.textMap("metadata", group));
        copied.keySet()
                .removeIf(name -> !Meta.isCopied(name) || name.equals(ScalerPause.PAUSED)
                        || name.equals(Meta.LAST_APPLIED));
        return copied;
    }
}
