package dev.fairlead.router.plan;

import java.util.List;
import java.util.Map;

import dev.fairlead.events.Life;
import dev.fairlead.events.Revision;
import dev.fairlead.events.TargetKey;

/**
 * What a primary Deployment is made from.
 *
 * @param target
 *            whose
 * @param source
 *            the target's Deployment as it was read in this attempt
 * @param revision
 *            the revision of {@code source} and of the configs it uses
 * @param template
 *            makes the primary's template
 * @param prefixes
 *            the labels that the primary shares with the target
 * @param id
 *            the id that the pods get when they must be made anew
 */
public record PrimaryPlan(TargetKey target, Life life, Fields source, Revision revision,
        PrimaryTemplate template, LabelPrefixes prefixes, String id) {

    private static final List<String> COPIED = List.of("progressDeadlineSeconds",
            "minReadySeconds", "revisionHistoryLimit", "strategy");

    /** The primary's Deployment. */
    public ObjectRef primary() {
        return new ObjectRef(Kind.DEPLOYMENT, target.namespace(),
                template.workload() + "-primary");
    }

    Fields sourceTemplate() {
        return source.fields("spec", "template");
    }

    /** The labels of the Deployment itself. */
    Map<String, String> labels() {
        Map<String, String> labels = prefixes.of(source.textMap("metadata", "labels"));
        labels.put(template.label().key(), template.label().primaryValue());
        return labels;
    }

    /** The fields beside template and replicas that a primary has from its target. */
    Fields withCopied(Fields spec) {
        Fields changed = spec;
        for (String field : COPIED) {
            changed = changed.withUnlessEmpty(source.at("spec", field).orElse(""), field);
        }
        return changed;
    }

    Fields newTemplate() {
        return template.of(sourceTemplate())
                .with(id, "metadata", "annotations",
                        PrimaryTemplate.ID);
    }
}
