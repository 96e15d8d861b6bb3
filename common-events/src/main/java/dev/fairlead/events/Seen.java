package dev.fairlead.events;

/**
 * The marks of an object at the moment of an observation, by which stale ones are told apart.
 *
 * @param kind
 *            the object's kind, such as {@code Deployment}
 * @param name
 *            the object's name
 * @param uid
 *            the object's UID
 * @param resourceVersion
 *            the API server's version of the object, comparable within one object
 * @param generation
 *            {@code metadata.generation}, or 0 for kinds without
 * @param observedGeneration
 *            {@code status.observedGeneration}, or 0 for kinds without
 * @param fence
 *            the fence of our last write that the object shows
 */
public record Seen(String kind, String name, String uid, long resourceVersion, long generation,
        long observedGeneration, Fence fence) {

    /** Whether the status belongs to the newest wish. */
    public boolean isSettled() {
        return observedGeneration >= generation;
    }
}
