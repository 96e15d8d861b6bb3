package dev.fairlead.cli.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.fairlead.cli.engine.EngineClient;
import dev.fairlead.cli.engine.Targets;
import dev.fairlead.cli.show.TargetText;

@Command(name = "list", description = "all targets: phase, weight, failed checks, what comes next")
final class ListTargets implements Callable<Integer> {

    @Mixin
    private final EngineOptions engine = new EngineOptions();
    @Mixin
    private final OutputOption output = new OutputOption();
    @Parameters(paramLabel = "TEXT", arity = "0..1", defaultValue = "", description = "a part of cluster/namespace/name")
    private String text = "";
    @Option(names = {"-n",
        "--namespace"}, paramLabel = "NAMESPACE", description = "only of this namespace")
    private String namespace = "";
    @Option(names = "--cluster", paramLabel = "CLUSTER", description = "only of this cluster")
    private String cluster = "";
    @Option(names = "--phase", paramLabel = "PHASE", description = "only in this phase, such as Progressing or Failed")
    private String phase = "";
    private final Surroundings around;

    ListTargets(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (EngineClient client = engine.open(around)) {
            List<JsonNode> targets = new Targets(client).all(Map.of("text", text, "namespace",
                    namespace, "cluster", cluster, "phase", phase));
            if (targets.isEmpty()) {
                around.say("no targets"
                        + (namespace.isEmpty() && cluster.isEmpty() && phase.isEmpty()
                                && text.isEmpty()
                                        ? " at " + client.address().uri()
                                                + "; a Canary makes one: kubectl get canaries -A"
                                        : " that fit; all of them: fairlead list"));
            }
            ObjectNode list = JsonMapper.builder().build().createObjectNode();
            list.putArray("items").addAll(targets);
            if (!targets.isEmpty() || output.format().ordinal() > 1) {
                around.print(output.many(list, targets.stream().map(TargetText::name).toList(),
                        wide -> new TargetText(around.times(), around.colour()).table(targets,
                                wide)));
            }
        }
        return 0;
    }
}
