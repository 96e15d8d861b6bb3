package dev.fairlead.router.plan;

import java.util.Map;

import dev.fairlead.events.Life;
import dev.fairlead.events.Revision;
import dev.fairlead.events.TargetKey;

/**
 * What a primary workload is made from.
 *
 * @param form
 *            of which kind
 * @param target
 *            whose
 * @param source
 *            the target's workload as it was read in this attempt
 * @param revision
 *            the revision of {@code source} and of the configs it uses
 * @param template
 *            makes the primary's template
 * @param prefixes
 *            the labels that the primary shares with the target
 * @param id
 *            the id that the pods get when they must be made anew
 */
public record PrimaryPlan(PodForm form, TargetKey target, Life life, Fields source,
        Revision revision,
        PrimaryTemplate template, LabelPrefixes prefixes, String id) {

    /** The primary. */
    public ObjectRef primary() {
        return new ObjectRef(form.kind(), target.namespace(),
                template.workload() + "-primary");
    }

    Fields sourceTemplate() {
        return form.template(source);
    }

    /** The labels of the primary itself. */
    Map<String, String> labels() {
        Map<String, String> labels = prefixes.of(source.textMap("metadata", "labels"));
        labels.put(template.label().key(), template.label().primaryValue());
        return labels;
    }

    /** The fields beside template and replicas that a primary has from its target. */
    Fields withCopied(Fields spec) {
        Fields changed = spec;
        for (String field : form.copied()) {
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
