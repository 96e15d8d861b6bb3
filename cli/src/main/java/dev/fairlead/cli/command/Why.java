package dev.fairlead.cli.command;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.fairlead.cli.engine.EngineClient;
import dev.fairlead.cli.show.TargetText;

@Command(name = "why", description = "what a target waits for, with numbers, and what comes next")
final class Why implements Callable<Integer> {

    private static final List<String> FIELDS = List.of("target", "phase", "stage", "step", "since",
            "weight", "failedChecks", "rollout", "paused", "gates", "why", "trouble", "problems",
            "verdict", "last", "deadlines");

    @Mixin
    private final EngineOptions engine = new EngineOptions();
    @Mixin
    private final OutputOption output = new OutputOption();
    @Mixin
    private final TargetName name = new TargetName();
    private final Surroundings around;

    Why(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (EngineClient client = engine.open(around)) {
            JsonNode target = name.find(client);
            around.print(output.one(part(target), TargetText.name(target),
                    _ -> new TargetText(around.times(), around.colour()).why(target)));
            return 0;
        }
    }

    private static JsonNode part(JsonNode target) {
        ObjectNode part = JsonMapper.builder().build().createObjectNode();
        FIELDS.forEach(field -> part.set(field, target.path(field)));
        return part;
    }
}
