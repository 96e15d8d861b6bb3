package dev.fairlead.orchestrator.eventlog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.wire.Word;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.orchestrator.rollout.Command;

/**
 * The bodies of events: {@code {"fact":…}}, and for the first of a decision
 * {@code {"fact":…,"command":…}}, so that it can be decided again from the log alone. Strict:
 * what it does not know is refused loudly. Golden files and the record of the format are in
 * {@code docs/adr}.
 */
public final class LogJson {

    private static final byte[] FACT = bytes("{\"fact\":");
    private static final byte[] COMMAND = bytes(",\"command\":");
    private static final byte[] END = bytes("}");

    private final JsonMapper mapper;
    private final WordCodec<RolloutFact> facts;
    private final WordCodec<EngineFact> engineFacts;
    private final WordCodec<Command> commands;

    public LogJson(Definitions definitions) {
        this.mapper = WordJson.withFamily(WordJson.strict(), Command.class)
                .addModule(definitions.module())
                .build();
        this.facts = new WordCodec<>(mapper, RolloutFact.class, List.of());
        this.engineFacts = new WordCodec<>(mapper, EngineFact.class, List.of());
        this.commands = new WordCodec<>(mapper, Command.class, List.of());
    }

    /** A fact that follows another of the same decision. */
    public Word body(RolloutFact fact) {
        return wrapped(facts.encode(fact), new byte[0]);
    }

    /** The first fact of a decision, with what was decided. */
    public Word body(RolloutFact fact, Command command) {
        return wrapped(facts.encode(fact), commands.encode(command).body());
    }

    public Word body(EngineFact fact) {
        return wrapped(engineFacts.encode(fact), new byte[0]);
    }

    /**
     * The fact of an event of a target.
     *
     * @throws dev.fairlead.events.wire.UnknownWord
     *             when the type or schema is not known here
     * @throws dev.fairlead.events.wire.UnreadableWord
     *             when the body is not such a fact
     */
    public RolloutFact fact(LoggedEvent event) {
        return facts.decode(part(event, "fact"));
    }

    /** The fact of an event of the engine or a cluster; errors as {@link #fact}. */
    public EngineFact engineFact(LoggedEvent event) {
        return engineFacts.decode(part(event, "fact"));
    }

    /** The command of a decision's first event; empty for the others. */
    public Optional<Command> command(LoggedEvent event) {
        JsonNode command = tree(event).path("command");
        if (command.isMissingNode()) {
            return Optional.empty();
        }
        String type = command.path("type").asString();
        return Optional.of(commands.decode(new Word(type, 1, mapper.writeValueAsBytes(command))));
    }

    JsonMapper mapper() {
        return mapper;
    }

    private Word part(LoggedEvent event, String name) {
        JsonNode part = tree(event).path(name);
        if (!part.isObject()) {
            throw new IllegalStateException(
                    "Expected a " + name + " in the body of " + event.id());
        }
        return new Word(event.event().type(), event.event().schema(),
                mapper.writeValueAsBytes(part));
    }

    private JsonNode tree(LoggedEvent event) {
        return mapper.readTree(event.event().body());
    }

    private static Word wrapped(Word fact, byte[] command) {
        var body = new ByteArrayOutputStream(fact.body().length + command.length + 32);
        body.writeBytes(FACT);
        body.writeBytes(fact.body());
        if (command.length > 0) {
            body.writeBytes(COMMAND);
            body.writeBytes(command);
        }
        body.writeBytes(END);
        return new Word(fact.type(), fact.schema(), body.toByteArray());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
