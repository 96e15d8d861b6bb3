package dev.fairlead.cli.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import dev.fairlead.cli.engine.EngineClient;

@Command(name = "key", description = "the public key that checkpoints are signed with; keep it elsewhere")
final class AuditKey implements Callable<Integer> {

    @Mixin
    private final EngineOptions engine = new EngineOptions();
    private final Surroundings around;

    AuditKey(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (EngineClient client = engine.open(around)) {
            around.print(client.get("/api/v1/audit/key").path("key").asString("") + "\n");
            return 0;
        }
    }
}
