package dev.fairlead.router.plan;

/** Names an object of a cluster. */
public record ObjectRef(Kind kind, String namespace, String name) {

    /** The head of a new object: version, kind, name and namespace. */
    public Fields head() {
        return Fields.EMPTY.with(kind.apiVersion(), "apiVersion")
                .with(kind.title(), "kind")
                .with(name, "metadata", "name")
                .with(namespace, "metadata", "namespace");
    }

    /** As {@code Kind/name}. */
    @Override
    public String toString() {
        return kind.title() + "/" + name;
    }
}
