package dev.fairlead.cli.command;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.fairlead.cli.engine.EngineClient;
import dev.fairlead.cli.engine.Events;
import dev.fairlead.cli.engine.Targets;
import dev.fairlead.cli.engine.Trouble;
import dev.fairlead.cli.show.EventText;
import dev.fairlead.cli.show.TargetText;

@Command(name = "get", description = "one target as a tree: revisions, plan, and the current or last rollout with"
        + " its steps, analyses and effects", footer = "%nWith --watch: exit code 0 promoted, 2 rolled back, 3 ended otherwise.")
final class Get implements Callable<Integer> {

    private static final List<String> ENDINGS = List.of("RolloutSucceeded", "RolloutFailed",
            "RolloutWithdrawn");

    @Mixin
    private final EngineOptions engine = new EngineOptions();
    @Mixin
    private final OutputOption output = new OutputOption();
    @Mixin
    private final TargetName name = new TargetName();
    @Option(names = {"-w",
        "--watch"}, description = "go on with what comes, until the rollout has ended")
    private boolean watch;
    private final Surroundings around;

    Get(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (EngineClient client = engine.open(around)) {
            JsonNode target = name.find(client);
            String full = TargetText.name(target);
            Events events = new Events(client, full);
            List<JsonNode> rollout = of(target, events);
            around.print(output.one(whole(target, rollout), full, _ -> tree(target, rollout)));
            if (!watch || Outcome.of(target) != Trouble.WAITING) {
                return watch ? Outcome.of(target) : 0;
            }
            long seen = rollout.isEmpty() ? 0 : rollout.getLast().path("position").asLong();
            events.follow(seen, this::grow);
            JsonNode end = new Targets(client).again(full);
            around.print(new TargetText(around.times(), around.colour()).line(end));
            return Outcome.of(end);
        }
    }

    private boolean grow(JsonNode event) {
        around.print(new EventText(around.colour()).branch(event));
        return !ENDINGS.contains(event.path("type").asString(""));
    }

    private String tree(JsonNode target, List<JsonNode> rollout) {
        return new TargetText(around.times(), around.colour()).head(target)
                + new EventText(around.colour()).tree(rollout);
    }

    private static List<JsonNode> of(JsonNode target, Events events) {
        String current = target.path("rollout").asString("");
        String shown = current.isEmpty()
                ? target.path("last").path("rollout").asString("")
                : current;
        return shown.isEmpty() ? events.last(100) : events.ofRollout(shown);
    }

    private static JsonNode whole(JsonNode target, List<JsonNode> events) {
        ObjectNode whole = JsonMapper.builder().build().createObjectNode();
        whole.setAll((ObjectNode) target);
        whole.putArray("events").addAll(events);
        return whole;
    }
}
