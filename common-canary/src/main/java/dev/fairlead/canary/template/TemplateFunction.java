package dev.fairlead.canary.template;

import java.util.List;

/**
 * A function that templates may call.
 *
 * @param arity
 *            how many arguments it takes
 * @param body
 *            gives a text, a {@code Long}, a {@code Double}, a truth, or a map from text to text; arguments are of the
 *            same kinds
 */
public record TemplateFunction(int arity, java.util.function.Function<List<Object>, Object> body) {

    /** A name for a value. */
    public static TemplateFunction constant(Object value) {
        return new TemplateFunction(0, _ -> value);
    }
}
