package dev.fairlead.router.traffic;

import java.util.Map;

import dev.fairlead.router.plan.Fields;

/** Says whether a header has the wanted form, as proxies do: names in any case, whole matches. */
public final class Texts {

    private Texts() {}

    public static String header(Map<String, String> headers, String name) {
        return headers.entrySet()
                .stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** By Istio's forms; an empty form asks only that there is one. */
    public static boolean has(Fields form, String value) {
        if (value.isEmpty()) {
            return false;
        }
        return form.has("exact") ? value.equals(form.text("exact"))
                : form.has("prefix") ? value.startsWith(form.text("prefix"))
                        : !form.has("regex") || value.matches(form.text("regex"));
    }
}
