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
import dev.fairlead.cli.engine.Trouble;
import dev.fairlead.cli.show.EventText;
import dev.fairlead.cli.show.OutputFormat;
import dev.fairlead.cli.show.Plain;
import dev.fairlead.cli.show.TargetText;

@Command(name = "events", description = "what was decided and what came true, from the log")
final class ShowEvents implements Callable<Integer> {

    private static final int MOST = 1_000;

    @Mixin
    private final EngineOptions engine = new EngineOptions();
    @Mixin
    private final OutputOption output = new OutputOption();
    @Mixin
    private final TargetName name = new TargetName();
    @Option(names = {"-f",
        "--follow"}, description = "go on with what comes, over outages of the engine, until interrupted")
    private boolean follow;
    @Option(names = "--last", paramLabel = "N", description = "how many of those that are there, 1 to "
            + MOST
            + "; default: ${DEFAULT-VALUE}")
    private int last = 50;
    private final Surroundings around;

    ShowEvents(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        if (last < 1 || last > MOST) {
            throw new Trouble(Trouble.USAGE, "--last is out of range", "to read " + last,
                    "expected 1 to " + MOST, "fairlead events " + name.typed() + " --last 200");
        }
        try (EngineClient client = engine.open(around)) {
            Events events = new Events(client, TargetText.name(name.find(client)));
            List<JsonNode> there = events.last(last);
            if (!follow) {
                around.print(output.many(list(there),
                        there.stream().map(ShowEvents::name).toList(),
                        wide -> EventText.head(wide) + lines(there)));
                return 0;
            }
            if (output.format().ordinal() < OutputFormat.json.ordinal()) {
                around.print(EventText.head(output.isWide()));
            }
            there.forEach(event -> around.print(single(event)));
            long seen = there.isEmpty() ? 0 : there.getLast().path("position").asLong();
            events.follow(seen, event -> {
                around.print(single(event));
                return true;
            });
            return 0;
        }
    }

    /** By itself, so that lines can come one by one. */
    private String single(JsonNode event) {
        return switch (output.format()) {
            case table, wide -> lines(List.of(event));
            case json -> Plain.jsonLine(event);
            case yaml -> "---\n" + Plain.yaml(event);
            case name -> name(event) + "\n";
        };
    }

    private String lines(List<JsonNode> events) {
        EventText text = new EventText(around.colour());
        StringBuilder lines = new StringBuilder();
        events.forEach(event -> lines.append(text.line(event, output.isWide())));
        return lines.toString();
    }

    private static JsonNode list(List<JsonNode> events) {
        ObjectNode list = JsonMapper.builder().build().createObjectNode();
        list.putArray("items").addAll(events);
        return list;
    }

    private static String name(JsonNode event) {
        return event.path("stream").asString("") + "@" + event.path("version").asString("");
    }
}
