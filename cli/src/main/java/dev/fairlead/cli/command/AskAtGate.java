package dev.fairlead.cli.command;

import java.util.Map;

import picocli.CommandLine.Option;

/** Opens or shuts a gate. */
final class AskAtGate extends Ask {

    @Option(names = {"-g",
        "--gate"}, paramLabel = "GATE", description = "confirm-rollout, confirm-traffic-increase, confirm-promotion or"
                + " rollback; default: the one that is waited for")
    private String gate = "";

    AskAtGate(String what, Surroundings around) {
        super(what, around);
    }

    @Override
    Map<String, String> fields() {
        return Map.of("gate", gate);
    }
}
