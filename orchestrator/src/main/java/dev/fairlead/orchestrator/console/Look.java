package dev.fairlead.orchestrator.console;

import dev.fairlead.orchestrator.api.TargetView;

/**
 * How a state is shown: by a word and a shape, and only then by a colour.
 *
 * @param word
 *            for people
 * @param shape
 *            of the symbol
 * @param tone
 *            ok, busy, wait, bad or calm
 */
public record Look(String word, String shape, String tone) {

    /** Of a target. */
    public static Look of(TargetView view) {
        if (view.trouble().startsWith("Stopped by an error")) {
            return new Look("Stopped", "warn", "bad");
        }
        if (!view.problems().isEmpty() && view.phase().isEmpty()) {
            return new Look("Refused", "warn", "bad");
        }
        if (view.paused()) {
            return new Look("Paused", "pause", "wait");
        }
        if (view.stage().equals("rolling_back")) {
            return new Look("Rolling back", "back", "bad");
        }
        return of(view.phase());
    }

    /** Of a phase, as in {@code status.phase}. */
    public static Look of(String phase) {
        return switch (phase) { // phases are text by contract
            case "" -> new Look("New", "dot", "calm");
            case "Initializing" -> new Look(phase, "dot", "busy");
            case "Initialized" -> new Look(phase, "ring", "calm");
            case "Waiting" -> new Look(phase, "clock", "wait");
            case "WaitingPromotion" -> new Look("Waiting for approval", "clock", "wait");
            case "Progressing" -> new Look(phase, "play", "busy");
            case "Promoting" -> new Look(phase, "up", "busy");
            case "Finalising" -> new Look(phase, "up", "busy");
            case "Succeeded" -> new Look(phase, "check", "ok");
            case "Failed" -> new Look(phase, "cross", "bad");
            default -> new Look(phase, "dot", "calm");
        };
    }

    /** Of the end of a rollout, or the state it is in. */
    public static Look ofRollout(String phase) {
        return switch (phase) { // as the log's list of rollouts has it
            case "succeeded" -> new Look("promoted", "check", "ok");
            case "failed" -> new Look("rolled back", "cross", "bad");
            case "withdrawn" -> new Look("withdrawn", "ring", "calm");
            case "superseded" -> new Look("superseded", "ring", "calm");
            default -> new Look("under way", "play", "busy");
        };
    }
}
