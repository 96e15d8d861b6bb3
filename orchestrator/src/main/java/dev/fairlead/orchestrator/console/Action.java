package dev.fairlead.orchestrator.console;

import java.util.ArrayList;
import java.util.List;

import dev.fairlead.orchestrator.api.TargetView;
import dev.fairlead.orchestrator.inbox.CommandName;

/**
 * A command that a person has.
 *
 * @param words
 *            on the button
 * @param effect
 *            what happens then, in one sentence
 * @param danger
 *            whether it gives something up
 */
public record Action(CommandName command, String words, String effect, boolean danger) {

    static final List<Action> ALL = List.of(
            new Action(CommandName.PAUSE, "Pause", "The weight stays as it is. Measuring goes on,"
                    + " and a revision that fails is still rolled back.", false),
            new Action(CommandName.RESUME, "Resume", "The rollout goes on from where it stands.",
                    false),
            new Action(CommandName.APPROVE, "Approve", "The gate that is waited for opens.",
                    false),
            new Action(CommandName.REJECT, "Reject", "The gate shuts: whatever its hook says, it"
                    + " opens only when a person approves.", true),
            new Action(CommandName.PROMOTE, "Promote now", "The revision is promoted without what"
                    + " is left of its analysis.", true),
            new Action(CommandName.ABORT, "Abort", "All requests go to the primary at once, then"
                    + " the revision is given up.", true),
            new Action(CommandName.RETRY, "Retry", "The revision that was given up is tried again,"
                    + " or what is stopped is taken up.", false));

    /** Those that the state allows; the engine decides again when they are asked for. */
    static List<Action> of(TargetView view) {
        List<CommandName> open = new ArrayList<>();
        boolean stopped = view.trouble().startsWith("Stopped by an error");
        if (!view.gates().isEmpty()) {
            open.add(CommandName.APPROVE);
            open.add(CommandName.REJECT);
        }
        if (view.stage().equals("progressing")) {
            open.add(view.paused() ? CommandName.RESUME : CommandName.PAUSE);
            open.add(CommandName.PROMOTE);
            open.add(CommandName.ABORT);
        } else if (view.stage().equals("promoting")) {
            open.add(CommandName.ABORT);
        }
        if (stopped || view.rollout().isEmpty() && view.last().outcome().equals("failed")) {
            open.add(CommandName.RETRY);
        }
        return ALL.stream().filter(it -> open.contains(it.command())).toList();
    }

    public String name() {
        return command.wireName();
    }

    /** The same, on the command line. */
    public String line(String target) {
        return "./fairlead " + name() + " " + target + " --reason ";
    }
}
