package dev.fairlead.standalone.boot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.boot.builder.SpringApplicationBuilder;

import dev.fairlead.clusters.ClustersSettings.Named;
import dev.fairlead.standalone.engine.Arguments;
import dev.fairlead.standalone.engine.Engine;
import dev.fairlead.standalone.engine.Service;

/** Collects what the services are told; only the orchestrator has a port, for all of them. */
final class Telling implements Arguments {

    /** Once for the process is enough. */
    private static final List<String> OF_THE_PROCESS = List.of("jvm", "process", "system",
            "logback", "disk", "executor", "application");

    private final Map<String, String> settings = new LinkedHashMap<>();

    private final AtomicReference<Engine> engine = new AtomicReference<>();

    Telling clusters(List<Named> clusters) {
        for (int i = 0; i < clusters.size(); i++) {
            String prefix = "fairlead.clusters[" + i + "].";
            Named cluster = clusters.get(i);
            settings.put(prefix + "name", cluster.name());
            settings.put(prefix + "kubeconfig", cluster.kubeconfig());
            settings.put(prefix + "context", cluster.context());
            settings.put(prefix + "server", cluster.server());
            settings.put(prefix + "pool", cluster.pool());
        }
        return this;
    }

    Telling stores(Map<String, String> stores) {
        settings.putAll(stores);
        return this;
    }

    Telling token(Path file) {
        settings.put("fairlead.api.token-file", file.toString());
        return this;
    }

    Telling audit(Path key, Path checkpoints) {
        settings.put("fairlead.audit.key-file", key.toString());
        settings.put("fairlead.audit.make-key", "true");
        settings.put("fairlead.audit.checkpoint-file", checkpoints.toString());
        return this;
    }

    /** What was asked for by name wins over all that was found out. */
    Telling asked(Map<String, String> asked) {
        settings.putAll(asked);
        return this;
    }

    /** The engine that is shown on the port. */
    Engine engine() {
        return engine.updateAndGet(known -> known == null ? new Engine(this) : known);
    }

    @Override
    public List<String> of(Service service) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("spring.config.name",
                service.name().toLowerCase(Locale.ROOT) + ",standalone");
        if (service == Service.ORCHESTRATOR) {
            told.put("management.endpoint.health.group.readiness.include",
                    "readinessState,waiting,services");
        } else {
            told.put("spring.main.web-application-type", "none");
            OF_THE_PROCESS.forEach(name -> told.put("management.metrics.enable." + name, "false"));
        }
        told.putAll(settings);
        List<String> arguments = new ArrayList<>();
        told.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    @Override
    public void extend(Service service, SpringApplicationBuilder application) {
        if (service == Service.ORCHESTRATOR) {
            application.sources(FrontBeans.class)
                    .initializers(context -> context.getBeanFactory()
                            .registerSingleton("engine", engine()));
        }
    }
}
