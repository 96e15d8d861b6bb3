package dev.fairlead.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

import dev.fairlead.cli.engine.EngineClient;
import dev.fairlead.cli.engine.EngineClient.Reply;
import dev.fairlead.cli.engine.Refusal;
import dev.fairlead.cli.engine.Trouble;
import dev.fairlead.cli.show.TargetText;

/** Asks for something to be done to a target, and tells whether it was accepted. */
class Ask implements Callable<Integer> {

    /** For the decision of a command that nobody could decide at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Mixin
    private final EngineOptions engine = new EngineOptions();
    @Mixin
    private final OutputOption output = new OutputOption();
    @Mixin
    private final TargetName name = new TargetName();
    @Option(names = {"-r",
        "--reason"}, paramLabel = "TEXT", description = "why; kept in the log and shown in events. Needed, but for abort, which"
                + " must not wait for words")
    private String reason = "";
    private final String what;
    private final Surroundings around;

    Ask(String what, Surroundings around) {
        this.what = what;
        this.around = around;
    }

    /** What is sent besides the reason; empty values are left out. */
    Map<String, String> fields() {
        return Map.of();
    }

    @Override
    public Integer call() {
        if (reason.isBlank() && !what.equals("abort")) {
            throw new Trouble(Trouble.USAGE, what + " needs a reason",
                    what + " " + name.typed(), "no --reason; it is kept in the log",
                    "fairlead " + what + " " + name.typed() + " --reason 'why'");
        }
        try (EngineClient client = engine.open(around)) {
            JsonNode target = name.find(client);
            JsonNode answer = ask(client, target);
            around.print(switch (output.format()) {
                case table, wide -> "";
                case json, yaml, name -> output.one(answer, TargetText.name(target), _ -> "");
            });
            around.say(what + " of " + TargetText.name(target) + " accepted"
                    + event(answer.path("event")) + "; look: fairlead why "
                    + TargetText.shortName(target));
            return 0;
        }
    }

    private JsonNode ask(EngineClient client, JsonNode target) {
        String full = TargetText.name(target);
        try {
            Reply reply = client.post("/api/v1/targets/" + full + "/commands/" + what,
                    body(target), UUID.randomUUID().toString());
            return reply.status() == 202 ? decided(client, full, reply.body()) : reply.body();
        } catch (Refusal e) {
            if (e.status() == 409) {
                throw refused(full, e.code(), e.detail());
            }
            throw e;
        }
    }

    private Map<String, String> body(JsonNode target) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("reason", reason.isBlank() ? "asked for on the command line" : reason);
        fields().forEach((field, value) -> {
            if (!value.isEmpty()) {
                body.put(field, value);
            }
        });
        String rollout = target.path("rollout").asString("");
        if (!rollout.isEmpty()) {
            // what was seen is what is meant, not the rollout that took its place since
            body.put("expectRollout", rollout);
        }
        return body;
    }

    /** No instance was active: the command waits, and so do we. */
    private JsonNode decided(EngineClient client, String target, JsonNode waiting) {
        String look = waiting.path("look").asString("");
        around.say("not decided yet, as no instance of the engine is active; waiting");
        Instant until = around.clock().instant().plus(PATIENCE);
        while (around.clock().instant().isBefore(until)) {
            LockSupport.parkNanos(LOOK.toNanos());
            JsonNode answer = client.get(look);
            if (answer.path("accepted").isBoolean()) {
                if (answer.path("accepted").asBoolean()) {
                    return answer;
                }
                throw refused(target, answer.path("code").asString(""),
                        answer.path("detail").asString(""));
            }
        }
        throw new Trouble(Trouble.TIME_OUT, "not decided yet", what + " of " + target,
                "nothing within " + PATIENCE.toSeconds() + " s; the command still waits at "
                        + look,
                "fairlead doctor");
    }

    private Trouble refused(String target, String code, String detail) {
        return new Trouble(Trouble.REFUSED, "refused" + (code.isEmpty() ? "" : ": " + code),
                what + " of " + target, detail, "fairlead why " + target);
    }

    private static String event(JsonNode event) {
        return event.isMissingNode() || event.isNull()
                ? ""
                : " (" + event.path("type").asString("") + ", position "
                        + event.path("position").asString("") + " of the log)";
    }
}
