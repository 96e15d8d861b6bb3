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

    private final Consumer<AskedCommand> inbox;
    private final Supplier<Instant> clock;
    private long pressed;

    public Buttons(Consumer<AskedCommand> inbox, Supplier<Instant> clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Presses one of a target. */
    void press(String target, Chance chance) {
        CommandName name = chance.of(ALL);
        var body = new CommandBody("because", "", "", "", "token", "");
        inbox.accept(new AskedCommand("button-" + ++pressed, "person", target, name.type(),
                body.json(), clock.get().plus(PATIENCE)));
    }
}
