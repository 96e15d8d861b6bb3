package dev.fairlead.canary.model;

/** A MetricTemplate; the namespace is the Canary's unless given. */
public record TemplateRef(String namespace, String name) {

    /** No template. */
    public static final TemplateRef NONE = new TemplateRef("", "");

    /** Whether one is named. */
    public boolean given() {
        return !name.isEmpty();
    }
}
