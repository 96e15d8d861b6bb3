package dev.fairlead.cli.show;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/** Targets in words and tables. */
public final class TargetText {

    /** Longest trouble in a table, in characters. */
    private static final int LONGEST = 80;
    /** The end of a moment that is more exact than people want it. */
    private static final Pattern FRACTION = Pattern.compile("(:[0-9]{2})\\.[0-9]+Z");

    private final Times times;
    private final Colour colour;

    public TargetText(Times times, Colour colour) {
        this.times = times;
        this.colour = colour;
    }

    /** Many, one line each. */
    public String table(List<JsonNode> targets, boolean wide) {
        boolean one = targets.stream().map(it -> part(it, 0)).distinct().count() < 2;
        Table table = wide
                ? new Table("TARGET", "PHASE", "STEP", "WEIGHT", "FAILED", "SINCE", "NEXT",
                        "LAST VERDICT", "ROLLOUT", "PROMOTED", "WANTED", "TROUBLE")
                : new Table("TARGET", "PHASE", "STEP", "WEIGHT", "FAILED", "SINCE", "NEXT",
                        "LAST VERDICT");
        targets.forEach(target -> {
            String[] cells = {one && !wide ? shortName(target) : name(target), phase(target),
                text(target, "step"), weight(target), failed(target),
                times.since(text(target, "since")), next(target), verdict(target)};
            table.row(wide ? widened(cells, target) : cells);
        });
        return table.text();
    }

    private static String[] widened(String[] cells, JsonNode target) {
        String[] all = java.util.Arrays.copyOf(cells, cells.length + 4);
        all[cells.length] = number(target);
        all[cells.length + 1] = images(target.path("revisions").path("promoted"));
        all[cells.length + 2] = images(target.path("revisions").path("wanted"));
        String trouble = trouble(target);
        all[cells.length + 3] = trouble.length() > LONGEST ? trouble.substring(0, LONGEST) + "…"
                : trouble;
        return all;
    }

    /** One in one line, for {@code status}. */
    public String line(JsonNode target) {
        return name(target) + ": " + phase(target) + ", " + text(target, "step") + " for "
                + times.since(text(target, "since")) + ", weight " + weight(target)
                + (failed(target).equals("-") ? "" : ", " + failed(target) + " failed checks")
                + (next(target).equals("-") ? "" : ", " + next(target)) + "\n";
    }

    /** Why it stands where it does, for people. */
    public String why(JsonNode target) {
        StringBuilder text = new StringBuilder(line(target)).append('\n')
                .append(toTheSecond(text(target, "why")))
                .append('\n');
        JsonNode problems = target.path("problems");
        if (!problems.isEmpty()) {
            text.append("\nThe newest Canary cannot be used; the last valid one is in force:\n");
            problems.forEach(it -> text.append("  ")
                    .append(colour.bad(text(it, "message")))
                    .append('\n'));
        }
        return text.append(checks(target.path("verdict"))).append(coming(target)).toString();
    }

    private String checks(JsonNode verdict) {
        JsonNode checks = verdict.path("checks");
        if (checks.isEmpty()) {
            return "";
        }
        Table table = new Table("CHECK", "VERDICT", "VALUE", "WANTED");
        checks.forEach(check -> table.row(text(check, "metric"),
                colour.verdict(text(check, "verdict")), value(check), wanted(check)));
        return "\nLast analysis, " + times.relative(text(verdict, "at")) + " ("
                + Times.exact(text(verdict, "at")) + "), " + text(verdict, "outcome") + ":\n"
                + table.text().indent(2);
    }

    private String coming(JsonNode target) {
        String coming = target.path("deadlines")
                .valueStream()
                .map(it -> "  " + consequence(text(it, "kind")) + " "
                        + times.relative(text(it, "due")) + " (" + Times.exact(text(it, "due"))
                        + ")\n")
                .collect(Collectors.joining());
        return coming.isEmpty() ? "" : "\nNext, by itself:\n" + coming;
    }

    /** The first lines of a tree. */
    public String head(JsonNode target) {
        JsonNode plan = target.path("plan");
        String weights = plan.path("weights")
                .valueStream()
                .map(it -> it.asString(""))
                .collect(Collectors.joining(" "));
        return line(target) + branch("promoted", images(target.path("revisions").path("promoted")))
                + branch("wanted", images(target.path("revisions").path("wanted")))
                + branch("plan", (weights.isEmpty()
                        ? text(plan, "iterations") + " iterations"
                        : "weights " + weights) + ", every " + interval(text(plan, "interval"))
                        + ", ends after " + text(plan, "threshold") + " failed checks")
                + branch("why", toTheSecond(text(target, "why")));
    }

    private static String branch(String name, String text) {
        return "├─ " + name + " ".repeat(Math.max(1, 10 - name.length()))
                + (text.isEmpty() ? "-" : text) + "\n";
    }

    /** {@code cluster/namespace/name}. */
    public static String name(JsonNode target) {
        return text(target, "target");
    }

    /** {@code namespace/name}. */
    public static String shortName(JsonNode target) {
        return name(target).substring(name(target).indexOf('/') + 1);
    }

    private String phase(JsonNode target) {
        String phase = colour.phase(text(target, "phase"));
        String gates = target.path("gates")
                .valueStream()
                .map(it -> it.asString(""))
                .collect(Collectors.joining(","));
        return phase + (target.path("paused").asBoolean(false) ? " (paused)" : "")
                + (gates.isEmpty() ? "" : " (gate " + gates + ")")
                + (target.path("problems").isEmpty() ? "" : " (refused edit)");
    }

    private static String weight(JsonNode target) {
        JsonNode weights = target.path("plan").path("weights");
        boolean rolling = !text(target, "rollout").isEmpty() && !weights.isEmpty();
        return text(target, "weight") + (rolling
                ? "/" + weights.path(weights.size() - 1).asString("")
                : "") + " %";
    }

    /** Of the rollout under way; Flagger's count starts again with what ends one. */
    private static String failed(JsonNode target) {
        if (text(target, "rollout").isEmpty()) {
            return "-";
        }
        return text(target, "failedChecks") + "/" + text(target.path("plan"), "threshold");
    }

    private String next(JsonNode target) {
        JsonNode first = target.path("deadlines").path(0);
        return first.isMissingNode()
                ? "-"
                : consequence(text(first, "kind")) + " " + times.relative(text(first, "due"));
    }

    private String verdict(JsonNode target) {
        JsonNode verdict = target.path("verdict");
        JsonNode checks = verdict.path("checks");
        if (checks.isEmpty()) {
            return text(verdict, "outcome").equals("none") ? "-" : text(verdict, "outcome");
        }
        JsonNode shown = checks.valueStream()
                .filter(it -> !text(it, "verdict").equals("pass"))
                .findFirst()
                .orElse(checks.path(0));
        return colour.verdict(text(verdict, "outcome")) + ": " + text(shown, "metric") + " "
                + value(shown) + " (" + wanted(shown) + ")";
    }

    private static String value(JsonNode check) {
        return switch (text(check, "outcome")) { // outcomes are text by contract
            case "value" -> Numbers.shortened(text(check, "value"));
            case "empty" -> "no value";
            case "not_a_number" -> "not a number";
            default -> "no answer: " + text(check, "error");
        };
    }

    private static String wanted(JsonNode check) {
        String min = text(check, "min");
        String max = text(check, "max");
        if (min.isEmpty()) {
            return "at most " + max;
        }
        return max.isEmpty() ? "at least " + min : min + " to " + max;
    }

    private static String trouble(JsonNode target) {
        return text(target, "trouble");
    }

    private static String number(JsonNode target) {
        String rollout = text(target, "rollout");
        return rollout.substring(rollout.indexOf('#') + 1);
    }

    private static String interval(String duration) {
        try {
            return Times.brief(Duration.parse(duration));
        } catch (DateTimeParseException _) {
            return duration;
        }
    }

    private static String toTheSecond(String sentence) {
        return FRACTION.matcher(sentence).replaceAll("$1Z");
    }

    private static String images(JsonNode revision) {
        String images = revision.path("images")
                .valueStream()
                .map(it -> it.asString(""))
                .collect(Collectors.joining(","));
        return images.isEmpty() ? text(revision, "fingerprint") : images;
    }

    private static String part(JsonNode target, int part) {
        return name(target).split("/", -1)[part];
    }

    private static String consequence(String deadline) {
        return switch (deadline) { // deadlines are text by contract
            case "analysis" -> "measured";
            case "drain" -> "scaled down";
            case "reorder" -> "ordered again";
            case "promotion_step" -> "next share back";
            case "repair" -> "route written again";
            case "readiness" -> "given up";
            case "gate" -> "gate asked again";
            default -> deadline.replace('_', ' ');
        };
    }

    private static String text(JsonNode tree, String field) {
        return tree.path(field).asString("");
    }
}
