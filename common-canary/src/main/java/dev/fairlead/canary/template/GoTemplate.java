package dev.fairlead.canary.template;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A template in the language of Go's {@code text/template}, executed without data and with {@code missingkey=error}, as
 * Flagger executes queries. All actions and all built-in functions but {@code call} are there; complex numbers are not.
 * Size, steps and depth are limited.
 */
public final class GoTemplate {

    private final String name;
    private final Failures failures;
    private final Map<String, List<Node>> templates;
    private final Map<String, TemplateFunction> functions;

    private GoTemplate(String name, Failures failures, Map<String, List<Node>> templates,
            Map<String, TemplateFunction> functions) {
        this.name = name;
        this.failures = failures;
        this.templates = templates;
        this.functions = functions;
    }

    /**
     * @param name
     *            shown in failures
     * @param functions
     *            besides Go's own
     * @throws TemplateFailure
     *             if the source is no template
     */
    public static GoTemplate parse(String name, String source,
            Map<String, TemplateFunction> functions) {
        Failures failures = new Failures(name, source);
        Set<String> known = new HashSet<>(BuiltIns.NAMES);
        known.addAll(functions.keySet());
        return new GoTemplate(name, failures, Parser.parse(name, source, known, failures),
                Map.copyOf(functions));
    }

    /**
     * @throws TemplateFailure
     *             if a key is missing, an argument is of the wrong type, or a limit is passed
     */
    public String execute() {
        return new Interpreter(name, failures, templates, functions).execute();
    }
}
