package dev.fairlead.canary.model;

/**
 * A reference to another object.
 *
 * @param namespace empty means the namespace of the Canary
 */
public record ObjectRef(String apiVersion, String kind, String namespace, String name) {

    /** No reference. */
    public static final ObjectRef NONE = new ObjectRef("", "", "", "");

    /** Whether something is referred to. */
    public boolean given() {
        return !name.isEmpty();
    }
}
