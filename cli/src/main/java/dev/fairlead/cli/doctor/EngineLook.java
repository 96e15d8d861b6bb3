package dev.fairlead.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import dev.fairlead.cli.engine.EngineClient;
import dev.fairlead.cli.engine.Refusal;
import dev.fairlead.cli.engine.Targets;
import dev.fairlead.cli.engine.Trouble;

/** The engine, as its API and its health pages show it. */
public final class EngineLook {

    /** Names that are given when several targets are in trouble. */
    private static final int NAMED = 5;

    private final EngineClient engine;

    public EngineLook(EngineClient engine) {
        this.engine = engine;
    }

    public List<Diagnosis> look() {
        List<Diagnosis> found = new ArrayList<>();
        try {
            found.add(readiness());
            found.addAll(targets());
        } catch (Trouble e) {
            found.add(Diagnosis.bad("engine", "no answer at " + engine.address().uri(),
                    e.inWords().substring(e.inWords().lastIndexOf("next:") + 7)));
        } catch (Refusal e) {
            found.add(Diagnosis.bad("api", e.status() + " " + e.detail(),
                    "read docs/api.md, Who may"));
        }
        return found;
    }

    private Diagnosis readiness() {
        EngineClient.Reply reply = engine.look("/actuator/health/readiness");
        if (reply.status() == 200) {
            return Diagnosis.ok("engine", "ready at " + engine.address().uri());
        }
        String parts = reply.body()
                .path("components")
                .propertyStream()
                .filter(it -> !it.getValue().path("status").asString("").equals("UP"))
                .map(it -> it.getKey() + " " + it.getValue().path("details"))
                .collect(Collectors.joining("; "));
        return Diagnosis.bad("engine", "not ready (" + reply.status() + ") " + parts,
                "what it waits for is named above; its log says more");
    }

    private List<Diagnosis> targets() {
        List<JsonNode> targets = new Targets(engine).all(java.util.Map.of());
        List<Diagnosis> found = new ArrayList<>();
        found.add(targets.isEmpty()
                ? Diagnosis.warning("targets", "none",
                        "make a Canary, or look whether the watcher sees its namespace")
                : Diagnosis.ok("targets", targets.size() + " known"));
        troubled(found, targets, "trouble");
        List<JsonNode> refused = targets.stream()
                .filter(it -> !it.path("problems").isEmpty())
                .toList();
        if (!refused.isEmpty()) {
            found.add(Diagnosis.bad("definitions",
                    refused.size() + " Canaries cannot be used: " + names(refused),
                    "fairlead why " + refused.getFirst().path("target").asString("")));
        }
        return found;
    }

    private static void troubled(List<Diagnosis> found, List<JsonNode> targets, String field) {
        List<JsonNode> troubled = targets.stream()
                .filter(it -> !it.path(field).asString("").isEmpty())
                .toList();
        if (!troubled.isEmpty()) {
            found.add(Diagnosis.warning("targets",
                    troubled.size() + " in trouble: " + names(troubled),
                    "fairlead why " + troubled.getFirst().path("target").asString("")));
        }
    }

    private static String names(List<JsonNode> targets) {
        return targets.stream()
                .limit(NAMED)
                .map(it -> it.path("target").asString(""))
                .collect(Collectors.joining(", ")) + (targets.size() > NAMED ? ", …" : "");
    }
}
