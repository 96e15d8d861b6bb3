package dev.fairlead.router.plan;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;

/** What we read and write in an object's metadata. */
public final class Meta {

    /** The fence of the last order that wrote the object. */
    public static final String FENCE = "fairlead.dev/fence";

    /** On a primary: the fingerprint of the target's template that it was copied from. */
    public static final String REVISION = "fairlead.dev/revision";

    /** On a primary: the checksums of the configs that it was copied with. */
    public static final String CONFIGS = "fairlead.dev/configs";

    /** Tell Flux's two controllers to leave an object alone. */
    public static final Map<String, String> FLUX_GUARDS = Collections.unmodifiableMap(new TreeMap<>(
            Map.of("kustomize.toolkit.fluxcd.io/reconcile", "disabled",
                    "helm.toolkit.fluxcd.io/driftDetection", "disabled")));

    public static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private static final String TOOLKIT = "toolkit.fluxcd.io";

    private static final String OURS = "fairlead.dev/";

    private static final Pattern FENCE_FORM = Pattern.compile("[0-9]{1,18}\\.[0-9]{1,18}");

    private Meta() {}

    public static String uid(Fields object) {
        return object.text("metadata", "uid");
    }

    public static String resourceVersion(Fields object) {
        return object.text("metadata", "resourceVersion");
    }

    public static String annotation(Fields object, String name) {
        return object.text("metadata", "annotations", name);
    }

    /** The fence that an object shows; {@link Fence#NONE} when it shows none that can be read. */
    public static Fence fence(Fields object) {
        return fence(annotation(object, FENCE));
    }

    /** Somebody else's scribble in our place counts as no fence. */
    public static Fence fence(String text) {
        return FENCE_FORM.matcher(text).matches() ? Fence.parse(text) : Fence.NONE;
    }

    public static Fields withFence(Fields object, Fence fence) {
        return object.with(fence.toString(), "metadata", "annotations", FENCE);
    }

    /** The same with more labels or annotations; those that are there stay. */
    public static Fields withAll(Fields object, String group, Map<String, String> more) {
        Fields changed = object;
        for (var entry : more.entrySet()) {
            changed = changed.with(entry.getValue(), "metadata", group, entry.getKey());
        }
        return changed;
    }

    /** Whether a label or annotation of a target may stand on what is made from it. */
    public static boolean isCopied(String name) {
        return !name.contains(TOOLKIT) && !name.startsWith(OURS);
    }

    /** The reference by which the API server removes an object when its Canary is deleted. */
    public static Fields owner(TargetKey target, Life life) {
        return Fields.EMPTY.with(Kind.CANARY.apiVersion(), "apiVersion")
                .with(Kind.CANARY.title(), "kind")
                .with(target.name(), "name")
                .with(life.uid(), "uid")
                .with(true, "controller")
                .with(true, "blockOwnerDeletion");
    }

    /** Whether the object is controlled by a Canary of the name, in whichever life. */
    public static boolean isControlledBy(Fields object, TargetKey target) {
        return object.list("metadata", "ownerReferences")
                .stream()
                .anyMatch(owner -> owner.flag("controller") && isCanary(owner)
                        && owner.text("name").equals(target.name()));
    }

    static boolean isCanary(Fields owner) {
        return owner.text("kind").equals(Kind.CANARY.title())
                && owner.text("apiVersion").startsWith("flagger.app/");
    }
}
