package dev.fairlead.canary.reading;

import dev.fairlead.canary.model.Identity;

/** Reads who a resource is. */
final class IdentityReader {

    private IdentityReader() {}

    static Identity read(Field metadata) {
        Object generation = metadata.at("generation").value();
        return new Identity(metadata.at("namespace").text("default"),
                metadata.at("name").requiredText("a name"),
                metadata.at("uid").text(), metadata.at("resourceVersion").text(),
                generation instanceof Number number ? number.longValue() : 0);
    }
}
