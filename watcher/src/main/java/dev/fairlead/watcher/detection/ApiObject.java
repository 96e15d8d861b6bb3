package dev.fairlead.watcher.detection;

import java.util.Map;

import dev.fairlead.canary.tree.JsonTree;
import dev.fairlead.events.Fence;
import dev.fairlead.events.Seen;

/**
 * An object as the API server gave it.
 *
 * @param seen
 *            its marks
 * @param place
 *            where it is
 * @param annotations
 *            its annotations
 * @param manager
 *            the field manager of its newest write, status aside; empty when none is recorded
 * @param body
 *            everything but {@code apiVersion}, {@code kind} and {@code metadata}
 * @param held
 *            whether it is being deleted and our finalizer keeps it
 */
public record ApiObject(Seen seen, Place place, Map<String, String> annotations, String manager,
        Map<String, Object> body, boolean held) {

    /** On a Canary that is not to be gone before everything is given back; Flagger's. */
    public static final String FINALIZER = "finalizer.flagger.app";

    /** One that is not being deleted. */
    public ApiObject(Seen seen, Place place, Map<String, String> annotations, String manager,
            Map<String, Object> body) {
        this(seen, place, annotations, manager, body, false);
    }

    /** On every object that we write: the fence of the order. */
    public static final String FENCE = "fairlead.dev/fence";

    /** On the primary: the fingerprint of the target's template that it was copied from. */
    public static final String REVISION = "fairlead.dev/revision";

    /** {@link Fence#NONE} for a fence that is absent or no fence: somebody wrote over it. */
    public static Fence fence(String text) {
        try {
            return Fence.parse(text);
        } catch (IllegalArgumentException e) {
            return Fence.NONE;
        }
    }

    String annotation(String name) {
        return annotations.getOrDefault(name, "");
    }

    Map<String, Object> spec() {
        return JsonTree.mapAt(body, "spec");
    }

    Map<String, Object> status() {
        return JsonTree.mapAt(body, "status");
    }

    /** A number of a tree; {@code otherwise} when there is none. */
    static int number(Map<String, Object> tree, String field, int otherwise) {
        return tree.get(field) instanceof Number number ? number.intValue() : otherwise;
    }
}
