package dev.fairlead.watcher.detection;

/**
 * Where an object of a known kind is.
 *
 * @param namespace
 *            its namespace
 * @param name
 *            its name
 */
public record Place(String namespace, String name) {

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
