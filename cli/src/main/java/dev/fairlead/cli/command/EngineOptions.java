package dev.fairlead.cli.command;

import picocli.CommandLine.Option;

import dev.fairlead.cli.engine.EngineClient;
import dev.fairlead.cli.engine.Whereabouts;

/** Where the engine is. */
final class EngineOptions {

    @Option(names = "--server", paramLabel = "URL", description = "where the engine is; else $FAIRLEAD_SERVER, else what a sandbox or"
            + " standalone of yours has left in ~/.fairlead/engine.properties, else "
            + Whereabouts.USUAL)
    private String server = "";

    @Option(names = "--token-file", paramLabel = "FILE", description = "where your token is; else $FAIRLEAD_TOKEN, else the file that"
            + " engine.properties names")
    private String tokenFile = "";

    EngineClient open(Surroundings around) {
        return new EngineClient(
                new Whereabouts(around.environment(), around.home()).find(server, tokenFile),
                around.user());
    }
}
