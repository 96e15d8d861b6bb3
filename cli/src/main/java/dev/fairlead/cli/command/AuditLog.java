package dev.fairlead.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

import dev.fairlead.cli.audit.AuditText;
import dev.fairlead.cli.engine.EngineClient;
import dev.fairlead.cli.engine.Targets;
import dev.fairlead.cli.engine.Trouble;
import dev.fairlead.cli.show.EventText;
import dev.fairlead.cli.show.Plain;

@Command(name = "log", description = "events by who, what and when")
final class AuditLog implements Callable<Integer> {

    /** Events asked for at a time. */
    private static final int PAGE = 500;
    private static final int MOST = 100_000;

    @Mixin
    private final EngineOptions engine = new EngineOptions();
    @Mixin
    private final EventQuery query = new EventQuery();
    @Option(names = {"-o",
        "--output"}, paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private Format format = Format.table;
    @Option(names = "--limit", paramLabel = "N", description = "so many of the first ones, 1 to "
            + MOST + "; default: ${DEFAULT-VALUE}")
    private int limit = 1_000;
    private final Surroundings around;

    AuditLog(Surroundings around) {
        this.around = around;
    }

    /** Lower case, for it is typed. */
    private enum Format {
        table, json, csv
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            throw new Trouble(Trouble.USAGE, "--limit is out of range", "to read " + limit,
                    "expected 1 to " + MOST, "fairlead audit log --limit 1000");
        }
        try (EngineClient client = engine.open(around)) {
            List<JsonNode> events = new ArrayList<>();
            Map<String, String> asked = query.of(client);
            String next = "0";
            while (!next.isEmpty() && events.size() < limit) {
                asked.put("after", next);
                asked.put("limit", Integer.toString(Math.min(PAGE, limit - events.size())));
                JsonNode page = client.get("/api/v1/events" + Targets.query(asked));
                page.path("items").forEach(events::add);
                next = page.path("next").asString("");
            }
            switch (format) {
                case table -> around.print(AuditText.table(events,
                        new EventText(around.colour())));
                case json -> events.forEach(event -> around.print(Plain.jsonLine(event)));
                case csv -> around.print(AuditText.csv(events));
            }
            if (!next.isEmpty()) {
                around.say("there may be more: --limit, or --since the last one");
            }
            return 0;
        }
    }
}
