package dev.fairlead.canary.template;

import java.util.Map;

import dev.fairlead.canary.go.GoNil;

/** What counts as true: everything but false, zero, nothing and what is empty. */
final class Truths {

    private Truths() {}

    static boolean of(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Long number -> number != 0;
            case Double number -> number != 0;
            case String text -> !text.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case GoNil _ -> false;
            default -> throw new IllegalStateException(
                    "not a value of templates: " + value.getClass());
        };
    }
}
