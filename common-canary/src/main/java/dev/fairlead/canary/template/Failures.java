package dev.fairlead.canary.template;

import java.nio.charset.StandardCharsets;

import dev.fairlead.canary.go.GoText;

/** Failures of one template, in Go's form: name, line, column, what was looked at, what is wrong. */
final class Failures {

    private final String name;
    private final String source;

    Failures(String name, String source) {
        this.name = name;
        this.source = source;
    }

    TemplateFailure parsing(int at, String message) {
        return new TemplateFailure("template: " + name + ":" + line(at) + ": " + message);
    }

    /**
     * @param template
     *            name of the template that was executing
     * @param place
     *            what was being evaluated
     */
    TemplateFailure executing(String template, Place place, String message) {
        return new TemplateFailure("template: " + name + ":" + line(place.at()) + ":"
                + column(place.at()) + ": executing " + GoText.quote(template) + " at <"
                + place.source() + ">: " + message);
    }

    private long line(int at) {
        return 1 + before(at).chars().filter(c -> c == '\n').count();
    }

    private int column(int at) {
        String before = before(at);
        return before.substring(before.lastIndexOf('\n') + 1)
                .getBytes(StandardCharsets.UTF_8).length;
    }

    private String before(int at) {
        return source.substring(0, Math.min(at, source.length()));
    }

    static String unicode(int rune) {
        return "U+%04X '%s'".formatted(rune, Character.toString(rune));
    }
}
