package dev.fairlead.cli.show;

import java.util.List;

import tools.jackson.databind.JsonNode;

/** Events in lines, of a list that grows and of a tree that grows. */
public final class EventText {

    private final Colour colour;

    public EventText(Colour colour) {
        this.colour = colour;
    }

    /** One line, the same columns for each, so that lines can come one by one. */
    public String line(JsonNode event, boolean wide) {
        String line = Times.exact(text(event, "time")) + "  "
                + padded(text(event, "position"), 7) + padded(text(event, "type"), 22)
                + sentence(event);
        return (wide ? line + "  " + padded(text(event, "rollout"), 1) + text(event, "causation")
                : line) + "\n";
    }

    /** What stands above the lines. */
    public static String head(boolean wide) {
        return "TIME                  POSITION TYPE                    WHAT"
                + (wide ? "  ROLLOUT CAUSE" : "") + "\n";
    }

    /** The lines of a tree; a new one only ever comes behind those that are there. */
    public String branch(JsonNode event) {
        String type = text(event, "type");
        String mark = isTurn(event, type) ? "├─ " : "│  ├─ ";
        StringBuilder lines = new StringBuilder(mark)
                .append(Times.exact(text(event, "time")), 11, 19)
                .append("  ")
                .append(sentence(event))
                .append('\n');
        event.path("command")
                .path("report")
                .path("checks")
                .forEach(check -> lines
                        .append("│  │  ├─ ")
                        .append(colour.verdict(
                                text(check, "verdict").toLowerCase(java.util.Locale.ROOT)))
                        .append("  ")
                        .append(text(check, "metric"))
                        .append(' ')
                        .append(measured(check))
                        .append('\n'));
        return lines.toString();
    }

    /** The events of a rollout that came after the tree's head. */
    public String tree(List<JsonNode> events) {
        StringBuilder tree = new StringBuilder();
        events.forEach(event -> tree.append(branch(event)));
        return tree.toString();
    }

    private static boolean isTurn(JsonNode event, String type) {
        return switch (type) { // types are text by contract
            case "RolloutStarted", "PromotionOrdered", "RollbackOrdered", "RolloutSucceeded",
                    "RolloutFailed", "RolloutWithdrawn", "RolloutSuperseded" -> true;
            case "TrafficShiftOrdered" -> text(event.path("fact"), "purpose").equals("STEP");
            default -> false;
        };
    }

    private String sentence(JsonNode event) {
        String actor = text(event, "actor");
        String sentence = text(event, "text").replaceAll("(:[0-9]{2})\\.[0-9]+Z", "$1Z");
        String type = text(event, "type");
        boolean bad = type.equals("RollbackOrdered") || type.endsWith("Failed")
                || type.equals("TargetHalted") || type.equals("DefinitionRejected");
        return (bad ? colour.bad(sentence) : sentence) + (actor.isEmpty() ? "" : " by " + actor);
    }

    private static String measured(JsonNode check) {
        String value = text(check, "value");
        JsonNode range = check.path("range");
        String wanted = text(range, "min").isEmpty()
                ? "at most " + text(range, "max")
                : text(range, "max").isEmpty()
                        ? "at least " + text(range, "min")
                        : text(range, "min") + " to " + text(range, "max");
        return (value.isEmpty()
                ? text(check, "outcome").toLowerCase(java.util.Locale.ROOT)
                : Numbers.shortened(value)) + " (" + wanted + ")";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width + 2 - text.length()));
    }

    private static String text(JsonNode tree, String field) {
        return tree.path(field).asString("");
    }
}
