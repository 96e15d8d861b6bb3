package dev.fairlead.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.fairlead.cli.doctor.ClusterLook;
import dev.fairlead.cli.doctor.Diagnosis;
import dev.fairlead.cli.doctor.Diagnosis.State;
import dev.fairlead.cli.doctor.EngineLook;
import dev.fairlead.cli.doctor.MetricsLook;
import dev.fairlead.cli.engine.EngineClient;
import dev.fairlead.cli.engine.Trouble;
import dev.fairlead.cli.show.Table;

@Command(name = "doctor", description = "looks at the engine, at the cluster of a kubeconfig (reachable, CRDs, the"
        + " rights that the engine needs) and at a Prometheus", footer = "%nExit codes: 0 all well or only warnings, 1 something is bad.")
final class Doctor implements Callable<Integer> {

    @Mixin
    private final EngineOptions engine = new EngineOptions();
    @Mixin
    private final OutputOption output = new OutputOption();
    @Option(names = "--kubeconfig", paramLabel = "FILE", description = "of the cluster, with the rights to be looked at; default: kubectl's")
    private String kubeconfig = "";
    @Option(names = "--context", paramLabel = "NAME", description = "default: the current one")
    private String context = "";
    @Option(names = "--metrics-server", paramLabel = "URL", description = "a Prometheus; not looked at when not named")
    private String metrics = "";
    private final Surroundings around;

    Doctor(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        List<Diagnosis> found = new ArrayList<>();
        try (EngineClient client = engine.open(around)) {
            found.addAll(new EngineLook(client).look());
        }
        found.addAll(new ClusterLook(kubeconfig, context).look());
        if (!metrics.isEmpty()) {
            found.addAll(new MetricsLook(metrics).look());
        }
        ObjectNode tree = JsonMapper.builder().build().createObjectNode();
        found.forEach(it -> tree.withArray("items")
                .addObject()
                .put("part", it.part())
                .put("state", it.state().name())
                .put("found", it.found())
                .put("next", it.next()));
        around.print(output.many(tree, found.stream().map(Diagnosis::part).distinct().toList(),
                _ -> table(found)));
        return found.stream().anyMatch(it -> it.state() == State.BAD) ? Trouble.REFUSED : 0;
    }

    private String table(List<Diagnosis> found) {
        Table table = new Table("PART", "STATE", "FOUND", "NEXT");
        found.forEach(it -> table.row(it.part(), painted(it.state()), it.found(), it.next()));
        return table.text();
    }

    private String painted(State state) {
        return switch (state) {
            case OK -> "ok";
            case WARNING -> "warning";
            case BAD -> around.colour().bad("BAD");
        };
    }
}
