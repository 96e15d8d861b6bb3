package dev.fairlead.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

import dev.fairlead.canary.go.GoDuration;
import dev.fairlead.cli.engine.EngineClient;
import dev.fairlead.cli.engine.Targets;
import dev.fairlead.cli.engine.Trouble;
import dev.fairlead.cli.show.TargetText;

@Command(name = "status", description = "how a target stands, in the exit code", footer = "%nExit codes: 0 promoted, 2 rolled back, 3 still waiting, 4 not ended within the"
        + " time-out, 5 the engine does not answer.")
final class Status implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    @Mixin
    private final EngineOptions engine = new EngineOptions();
    @Mixin
    private final OutputOption output = new OutputOption();
    @Mixin
    private final TargetName name = new TargetName();
    @Option(names = "--timeout", paramLabel = "TIME", description = "wait until the rollout has ended, at most this long, such as 90s or 15m")
    private String timeout = "";
    private final Surroundings around;

    Status(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Duration patience = patience();
        try (EngineClient client = engine.open(around)) {
            JsonNode target = name.find(client);
            Instant until = around.clock().instant().plus(patience);
            while (Outcome.of(target) == Trouble.WAITING
                    && around.clock().instant().isBefore(until)) {
                LockSupport.parkNanos(LOOK.toNanos());
                target = again(client, target, until);
            }
            JsonNode last = target;
            around.print(output.one(last, TargetText.name(last),
                    _ -> new TargetText(around.times(), around.colour()).line(last)));
            int outcome = Outcome.of(last);
            if (outcome == Trouble.WAITING && !patience.isZero()) {
                around.say("fairlead: not ended within " + timeout + "; next: fairlead why "
                        + TargetText.name(last));
                return Trouble.TIME_OUT;
            }
            return outcome;
        }
    }

    /** An engine that is started again in the meantime is no reason to give up. */
    private JsonNode again(EngineClient client, JsonNode target, Instant until) {
        try {
            return new Targets(client).again(TargetText.name(target));
        } catch (Trouble e) {
            if (e.exitCode() == Trouble.UNREACHABLE && around.clock().instant().isBefore(until)) {
                return target;
            }
            throw e;
        }
    }

    private Duration patience() {
        if (timeout.isEmpty()) {
            return Duration.ZERO;
        }
        if (GoDuration.isParsable(timeout)) {
            Duration time = GoDuration.parse(timeout);
            if (time.isPositive() && time.compareTo(LONGEST) <= 0) {
                return time;
            }
        }
        throw new Trouble(Trouble.USAGE, "--timeout is no time", "to read \"" + timeout + "\"",
                "expected more than 0 and at most 168h, such as 90s or 15m",
                "fairlead status " + name.typed() + " --timeout 15m");
    }
}
