package dev.fairlead.cli.command;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

import dev.fairlead.cli.engine.EngineClient;
import dev.fairlead.cli.engine.Targets;

/** Which target. */
final class TargetName {

    @Parameters(paramLabel = "NAME", description = "name, namespace/name or cluster/namespace/name of the Canary")
    private String name = "";

    @Option(names = {"-n",
        "--namespace"}, paramLabel = "NAMESPACE", description = "the namespace of the name")
    private String namespace = "";

    @Option(names = "--cluster", paramLabel = "CLUSTER", description = "the cluster of the name")
    private String cluster = "";

    JsonNode find(EngineClient engine) {
        return new Targets(engine).named(name, namespace, cluster);
    }

    String typed() {
        return name;
    }
}
