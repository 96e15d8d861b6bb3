package dev.fairlead.router.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.fairlead.canary.revision.RevisionFingerprint;
import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.Revision;

/**
 * The primary where there is none; a primary that exists is adopted as it is, for its
 * pods serve users.
 *
 * @param plan
 *            what it is made from
 * @param configsMatch
 *            whether the copies of configs that exist have the content of their sources
 */
public record PrimaryCreation(PrimaryPlan plan, boolean configsMatch) implements Draft {

    /** Marks a revision that is no target's, so that no promotion is taken for done. */
    private static final String OWN = "adopted-";

    @Override
    public ObjectRef object() {
        return plan.primary();
    }

    @Override
    public Optional<Fields> created() {
        var label = plan.template().label();
        Fields spec = plan.withCopied(replicas()
                .with(Map.of(label.key(), label.primaryValue()), "selector", "matchLabels"))
                .with(plan.newTemplate(), "template");
        Fields primary = object().head()
                .with(plan.labels(), "metadata", "labels")
                .withUnlessEmpty(annotations(), "metadata", "annotations")
                .with(List.of(Meta.owner(plan.target(), plan.life())), "metadata",
                        "ownerReferences")
                .with(spec, "spec");
        return Optional.of(Carried.on(primary, plan.revision()));
    }

    @Override
    public Fields corrected(Fields live) {
        if (!Carried.by(live).isNone()) {
            return live;
        }
        Fields template = live.fields("spec", "template");
        boolean same = configsMatch && plan.template().isOf(template, plan.sourceTemplate());
        return Carried.on(live, same ? plan.revision() : own(template));
    }

    private Fields replicas() {
        int wanted = plan.source().number("spec", "replicas").filter(wish -> wish > 0).orElse(1);
        return plan.form().hasReplicas() ? Fields.EMPTY.with(wanted, "replicas") : Fields.EMPTY;
    }

    private static Revision own(Fields template) {
        Fingerprint found = RevisionFingerprint
                .ofPodTemplate(PrimaryTemplate.withoutId(template).map());
        return new Revision(new Fingerprint(OWN + found), Map.of(), List.of());
    }

    private Map<String, String> annotations() {
        Map<String, String> copied = new LinkedHashMap<>(
                plan.source().textMap("metadata", "annotations"));
        copied.keySet().removeIf(name -> !Meta.isCopied(name));
        return copied;
    }
}
