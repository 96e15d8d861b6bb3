package dev.fairlead.clusters.secrets;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value stands, as {@code Kind/namespace/name#path}, such as
 * {@code Canary/prod/shop#spec.analysis.webhooks[0].url}.
 *
 * @param kind
 *            Canary, MetricTemplate or AlertProvider
 * @param namespace
 *            of the object
 * @param name
 *            of the object
 * @param path
 *            field names and list positions, separated by dots
 */
public record Reference(String kind, String namespace, String name, String path) {

    private static final Pattern FORM = Pattern.compile("([^/]+)/([^/]+)/([^/#]+)#(.+)");
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,5})]");

    /**
     * Reads a reference.
     *
     * @throws Unreadable
     *             when it has another form
     */
    public static Reference parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new Unreadable(
                    "Expected a reference as Kind/namespace/name#path, but got \"" + text + "\"");
        }
        return new Reference(matcher.group(1), matcher.group(2), matcher.group(3),
                matcher.group(4));
    }

    /**
     * The value at the path.
     *
     * @throws Unreadable
     *             when there is none; the message says no value
     */
    public Object in(Object tree) {
        Object here = tree;
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            Object next = null;
            if (step.group(1) != null && here instanceof Map<?, ?> map) {
                next = map.get(step.group(1));
            } else if (step.group(2) != null && here instanceof List<?> list) {
                int position = Integer.parseInt(step.group(2));
                next = position < list.size() ? list.get(position) : null;
            }
            if (next == null) {
                throw new Unreadable("Expected a value at " + this + ", but there is none");
            }
            here = next;
        }
        return here;
    }

    @Override
    public String toString() {
        return kind + "/" + namespace + "/" + name + "#" + path;
    }
}
