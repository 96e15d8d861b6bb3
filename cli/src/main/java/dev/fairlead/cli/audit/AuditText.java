package dev.fairlead.cli.audit;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

import dev.fairlead.cli.show.EventText;
import dev.fairlead.cli.show.Plain;
import dev.fairlead.events.wire.bundle.BundleCheck;

/** Verdicts and events as people and spreadsheets read them. */
public final class AuditText {

    private static final List<String> COLUMNS = List.of("time", "position", "stream", "version",
            "type", "actor", "text", "rollout", "causation", "hash");

    private AuditText() {}

    /** A check of the log by the engine. */
    public static String of(JsonNode verdict) {
        StringBuilder text = new StringBuilder();
        String counted = verdict.path("events").asString() + " events of "
                + verdict.path("streams").asString() + " streams";
        if (verdict.path("verdict").asString("").equals("intact")) {
            return "intact, " + counted + ", held against "
                    + verdict.path("checkpoints").asString() + " checkpoints\n";
        }
        text.append("BROKEN, ").append(counted).append(" read\n");
        verdict.path("faults")
                .forEach(fault -> text.append("  ")
                        .append(where(fault))
                        .append(fault.path("reason").asString(""))
                        .append('\n'));
        return text.toString();
    }

    private static String where(JsonNode fault) {
        String stream = fault.path("stream").asString("");
        long position = fault.path("position").asLong();
        return (position == 0 ? "" : "position " + position + ", ")
                + (stream.isEmpty()
                        ? ""
                        : stream + "@" + fault.path("version").asString() + ": ");
    }

    /** A check of a bundle, here. */
    public static String of(BundleCheck.Verdict verdict) {
        StringBuilder text = new StringBuilder();
        verdict.fault()
                .ifPresentOrElse(
                        fault -> text.append("BROKEN after ")
                                .append(verdict.events())
                                .append(" events: ")
                                .append(fault)
                                .append('\n'),
                        () -> text.append("intact, ").append(verdict.events()).append(" events\n"));
        verdict.checkpoint()
                .ifPresent(it -> text.append("  signed: log ")
                        .append(it.origin())
                        .append(" with ")
                        .append(it.size())
                        .append(" events at ")
                        .append(it.time())
                        .append('\n'));
        verdict.parts()
                .entrySet()
                .stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(part -> text.append("  ")
                        .append(part.getKey())
                        .append(" versions ")
                        .append(part.getValue().first())
                        .append(" to ")
                        .append(part.getValue().last())
                        .append(part.getValue().missing() == 0
                                ? ", none missing between\n"
                                : ", " + part.getValue().missing() + " not in the bundle\n"));
        return text.toString();
    }

    /** As RFC 4180 has it; a text that a spreadsheet would take for a formula is quoted. */
    public static String csv(List<JsonNode> events) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", COLUMNS) + ",fact,command");
        events.forEach(event -> {
            List<String> cells = new ArrayList<>();
            COLUMNS.forEach(column -> cells.add(cell(event.path(column).asString(""))));
            cells.add(cell(json(event.path("fact"))));
            cells.add(cell(json(event.path("command"))));
            lines.add(String.join(",", cells));
        });
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String json(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? "" : Plain.jsonLine(node).strip();
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(it -> it == ',' || it == '"' || it < ' ');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    /** With who and why. */
    public static String table(List<JsonNode> events, EventText text) {
        StringBuilder table = new StringBuilder(EventText.head(false));
        events.forEach(event -> table.append(text.line(event, false)));
        return table.toString();
    }
}
