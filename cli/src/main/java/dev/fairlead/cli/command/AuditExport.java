package dev.fairlead.cli.command;

import java.io.IOException;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.fairlead.cli.engine.EngineClient;

@Command(name = "export", description = "a bundle of events with proofs, for people who check them without the engine")
final class AuditExport implements Callable<Integer> {

    @Mixin
    private final EngineOptions engine = new EngineOptions();
    @Mixin
    private final EventQuery query = new EventQuery();
    @Option(names = "--out", paramLabel = "FILE", description = "where it goes; else to the screen")
    private String out = "";
    private final Surroundings around;

    AuditExport(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (EngineClient client = engine.open(around)) {
            AuditBundle.fetch(client, around, "/api/v1/audit/export", query.of(client), out);
            return 0;
        }
    }
}
