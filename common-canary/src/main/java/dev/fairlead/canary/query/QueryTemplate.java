package dev.fairlead.canary.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.fairlead.canary.template.GoTemplate;
import dev.fairlead.canary.template.TemplateFailure;
import dev.fairlead.canary.template.TemplateFunction;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.order.RunAnalysis.QueryNames;

/**
 * The query templates of metric checks: Go templates with the functions {@code name}, {@code namespace}, {@code target},
 * {@code service}, {@code ingress}, {@code route}, {@code interval} and {@code variables}; and {@code word}, which makes
 * an identifier of a name and is there for the built-in queries.
 */
public final class QueryTemplate {

    private static final String NAME = "query";
    private static final Pattern NO_WORD = Pattern.compile("[^0-9A-Za-z_]");

    private QueryTemplate() {}

    /**
     * The query, before white space is collapsed.
     *
     * @throws TemplateFailure
     *             if the template cannot be parsed, asks for a variable that is not there, or passes a limit
     */
    public static String render(MetricCheck check, QueryNames names) {
        return GoTemplate.parse(NAME, check.query(), functions(check, names)).execute();
    }

    private static Map<String, TemplateFunction> functions(MetricCheck check, QueryNames names) {
        Map<String, TemplateFunction> functions = new HashMap<>();
        Map.of("name", names.name(), "namespace", names.namespace(), "target", names.target(),
                "service",
                names.service(), "ingress", names.ingress(), "route", names.route(), "interval",
                check.interval())
                .forEach((function, value) -> functions.put(function,
                        TemplateFunction.constant(value)));
        functions.put("variables", TemplateFunction.constant(check.variables()));
        functions.put("word", new TemplateFunction(1, QueryTemplate::word));
        return functions;
    }

    private static Object word(List<Object> arguments) {
        return NO_WORD.matcher(String.valueOf(arguments.getFirst())).replaceAll("_");
    }
}
