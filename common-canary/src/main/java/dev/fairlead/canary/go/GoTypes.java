package dev.fairlead.canary.go;

import java.util.Map;

/** The types of Go that values of templates have. */
public final class GoTypes {

    private GoTypes() {}

    /**
     * The name of the type.
     *
     * @throws IllegalStateException
     *             for values that no template can have
     */
    public static String name(Object value) {
        return switch (value) {
            case Boolean _ -> "bool";
            case Long _ -> "int";
            case Double _ -> "float64";
            case String _ -> "string";
            case Map<?, ?> _ -> "map[string]string";
            case GoNil _ -> "<nil>";
            default -> throw new IllegalStateException("not a value of Go's: " + value.getClass());
        };
    }
}
