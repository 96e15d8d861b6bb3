package dev.fairlead.sandbox.simulation.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.fairlead.orchestrator.eventlog.AskedCommand;
import dev.fairlead.orchestrator.inbox.CommandBody;
import dev.fairlead.orchestrator.inbox.CommandName;
import dev.fairlead.sandbox.simulation.fate.Chance;

/** What people press, whether it makes sense or not. */
public final class Buttons {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<CommandName> ALL = List.of(CommandName.values());
    private static final List<CommandName> ANSWERS = List.of(CommandName.APPROVE,
            CommandName.APPROVE, CommandName.APPROVE, CommandName.REJECT, CommandName.ABORT);
    private static final List<String> GATES = List.of("", "confirm-rollout",
            "confirm-traffic-increase", "confirm-promotion", "rollback", "no-such-gate");
    private static final List<String> STEPS = List.of("", "", "", "resting", "analysing");

    private final Consumer<AskedCommand> inbox;
    private final Supplier<Instant> clock;
    private long pressed;

    public Buttons(Consumer<AskedCommand> inbox, Supplier<Instant> clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Presses one of a target, as if it stood where the person believes it to stand. */
    void press(String target, Chance chance) {
        CommandName name = chance.of(ALL);
        press(target, name, name.hasGate() ? chance.of(GATES) : "", chance.of(STEPS));
    }

    /** Answers a gate that asks for a person. */
    void answer(String target, Chance chance) {
        press(target, chance.of(ANSWERS), "", "");
    }

    /** Agrees to what a gate asks for. */
    void approve(String target) {
        press(target, CommandName.APPROVE, "", "");
    }

    /** Lets a paused rollout go on. */
    void resume(String target) {
        press(target, CommandName.RESUME, "", "");
    }

    private void press(String target, CommandName name, String gate, String step) {
        var body = new CommandBody("because", gate, step, "", "token", "");
        inbox.accept(new AskedCommand("button-" + ++pressed, "person", target, name.type(),
                body.json(), clock.get().plus(PATIENCE)));
    }
}
