package dev.fairlead.router.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;

/**
 * The primary's copy of a ConfigMap or Secret. Several targets may share one; then the one that
 * wrote last controls it, and fences are compared only with its own.
 *
 * @param object
 *            the copy
 * @param source
 *            what it is copied from, as it was read in this attempt
 * @param prefixes
 *            the labels that the copy shares with its source
 */
public record ConfigCopy(ObjectRef object, TargetKey target, Life life, Fields source,
        LabelPrefixes prefixes) implements Draft {

    /** The copy of a ConfigMap or Secret. */
    public static ObjectRef of(ObjectRef source) {
        return new ObjectRef(source.kind(), source.namespace(), source.name() + "-primary");
    }

    @Override
    public Optional<Fields> created() {
        return Optional.of(object.head()
                .withUnlessEmpty(prefixes.of(source.textMap("metadata", "labels")), "metadata",
                        "labels")
                .with(List.of(Meta.owner(target, life)), "metadata", "ownerReferences")
                .withUnlessEmpty(source.text("type"), "type")
                .withUnlessEmpty(source.fields("data"), "data"));
    }

    @Override
    public Fields corrected(Fields live) {
        return Meta.withAll(live, "labels", prefixes.of(source.textMap("metadata", "labels")))
                .with(owners(live), "metadata", "ownerReferences")
                .withUnlessEmpty(source.fields("data"), "data");
    }

    @Override
    public Fence shown(Fields live) {
        boolean ours = live.list("metadata", "ownerReferences")
                .stream()
                .anyMatch(
                        owner -> owner.flag("controller") && owner.text("uid").equals(life.uid()));
        return ours ? Meta.fence(live) : Fence.NONE;
    }

    private List<Fields> owners(Fields live) {
        List<Fields> owners = new ArrayList<>(List.of(Meta.owner(target, life)));
        for (Fields owner : live.list("metadata", "ownerReferences")) {
            if (!Meta.isCanary(owner)) {
                owners.add(owner);
            } else if (!owner.text("name").equals(target.name())) {
                owners.add(owner.with(false, "controller"));
            }
        }
        return owners;
    }
}
