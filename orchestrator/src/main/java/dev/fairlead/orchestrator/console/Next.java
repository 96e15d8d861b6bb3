package dev.fairlead.orchestrator.console;

import java.time.Instant;

import dev.fairlead.orchestrator.api.TargetView;

/**
 * What happens next.
 *
 * @param words
 *            a few
 * @param at
 *            when, {@link Instant#EPOCH} when that depends on something else
 * @param person
 *            whether a person has to do it
 */
public record Next(String words, Instant at, boolean person) {

    static Next of(TargetView view) {
        if (!view.gates().isEmpty()) {
            return new Next("approve " + String.join(", ", view.gates()), Instant.EPOCH, true);
        }
        if (view.paused()) {
            return new Next("resume", Instant.EPOCH, true);
        }
        if (view.deadlines().isEmpty()) {
            return new Next(view.awaited().isEmpty() ? idle(view) : doing(view.awaited()),
                    Instant.EPOCH, false);
        }
        TargetView.Next first = view.deadlines().getFirst();
        boolean waits = !view.awaited().isEmpty() && first.kind().equals("reorder");
        return waits
                ? new Next(doing(view.awaited()), Instant.EPOCH, false)
                : new Next(kind(first.kind()), first.due(), false);
    }

    public boolean isTimed() {
        return !at.equals(Instant.EPOCH);
    }

    /** What a deadline does. */
    static String kind(String kind) {
        return switch (kind) { // as the API has it
            case "analysis" -> "analysis";
            case "drain" -> "scale down";
            case "reorder" -> "order again";
            case "promotion_step" -> "next share to the primary";
            case "readiness" -> "give up if not ready";
            case "gate", "rollback_gate" -> "ask the gate again";
            case "gate_timeout" -> "remind people";
            case "repair" -> "write the route again";
            case "remake" -> "make the object again";
            default -> kind.replace('_', ' ');
        };
    }

    private static String doing(String awaited) {
        return switch (awaited) { // names of orders
            case "RunAnalysis" -> "analysis is running";
            case "CallHooks", "RunHooks" -> "hooks are called";
            case "ShiftTraffic" -> "weight is being written";
            case "ScaleWorkload" -> "scaling";
            case "PromoteWorkload" -> "promotion is written";
            case "PrepareTarget" -> "preparing";
            default -> "awaits " + awaited;
        };
    }

    private static String idle(TargetView view) {
        return view.step().equals("idle") ? "waits for a new revision" : words(view.step());
    }

    private static String words(String step) {
        return step.replace('_', ' ');
    }
}
