package dev.fairlead.orchestrator.console;

import dev.fairlead.orchestrator.api.CommandDesk;
import dev.fairlead.orchestrator.api.CommandView;
import dev.fairlead.orchestrator.api.NotKnown;

/** What became of a command, for the page from which it was asked. */
public final class Results {

    private final CommandDesk desk;

    public Results(CommandDesk desk) {
        this.desk = desk;
    }

    /** Of no command when the id is empty or not known. */
    Result of(String id) {
        if (id.isEmpty()) {
            return Result.NONE;
        }
        try {
            return of(desk.find(id));
        } catch (NotKnown _) {
            return Result.NONE;
        }
    }

    private static Result of(CommandView view) {
        String what = String.valueOf(view.fields().get("type"));
        if (!view.isDecided()) {
            return new Result("wait", "The command " + what + " is handed in and not decided yet:"
                    + " no instance is active just now.");
        }
        return view.isAccepted()
                ? new Result("ok", "The command " + what + " is done; it stands in the timeline.")
                : new Result("bad", "The command " + what + " was refused (" + view.code() + "): "
                        + view.detail() + ".");
    }

    /**
     * What is said.
     *
     * @param tone
     *            ok, wait or bad
     * @param words
     *            empty for nothing
     */
    public record Result(String tone, String words) {
        static final Result NONE = new Result("calm", "");
    }
}
