package dev.fairlead.cli.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.fairlead.cli.engine.EngineClient;
import dev.fairlead.cli.engine.Targets;

@Command(name = "checkpoints", description = "the newest signed checkpoints, oldest first; keep them elsewhere")
final class AuditCheckpoints implements Callable<Integer> {

    @Mixin
    private final EngineOptions engine = new EngineOptions();
    @Option(names = "--last", paramLabel = "N", description = "how many; default: ${DEFAULT-VALUE}")
    private int last = 10;
    private final Surroundings around;

    AuditCheckpoints(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (EngineClient client = engine.open(around)) {
            List<String> notes = client
                    .get("/api/v1/audit/checkpoints"
                            + Targets.query(Map.of("limit", Integer.toString(last))))
                    .path("items")
                    .valueStream()
                    .map(it -> it.asString(""))
                    .toList();
            notes.reversed().forEach(note -> around.print(note + "\n"));
            return 0;
        }
    }
}
