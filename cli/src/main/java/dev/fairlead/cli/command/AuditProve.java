package dev.fairlead.cli.command;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.fairlead.cli.engine.EngineClient;

@Command(name = "prove", description = "a bundle with one event and the proof that it was in the log")
final class AuditProve implements Callable<Integer> {

    @Mixin
    private final EngineOptions engine = new EngineOptions();
    @Parameters(paramLabel = "EVENT", description = "as 'fairlead events NAME -o name' shows it, such as target/eu-1/prod/shop@12")
    private String event = "";
    @Option(names = "--out", paramLabel = "FILE", description = "where it goes; else to the screen")
    private String out = "";
    private final Surroundings around;

    AuditProve(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (EngineClient client = engine.open(around)) {
            AuditBundle.fetch(client, around, "/api/v1/audit/proof", Map.of("event", event), out);
            return 0;
        }
    }
}
