package dev.fairlead.sandbox.world;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import dev.fairlead.sandbox.child.Closers;
import dev.fairlead.sandbox.child.FreePorts;
import dev.fairlead.sandbox.controlplane.ControlPlane;
import dev.fairlead.sandbox.controlplane.ControlPlanePlan;
import dev.fairlead.sandbox.kit.Kit;
import dev.fairlead.sandbox.kit.Tools;
import dev.fairlead.sandbox.kubelet.Kubelet;
import dev.fairlead.sandbox.prometheus.PrometheusServer;
import dev.fairlead.sandbox.stores.KafkaBroker;
import dev.fairlead.sandbox.stores.PostgresServer;

/** One start of a world. */
final class WorldStart {

    private static final double NANOS = 1e9;

    private final WorldPlan plan;
    private final Closers parts = new Closers();
    private final long begin = System.nanoTime();

    WorldStart(WorldPlan plan) {
        this.plan = plan;
    }

    World start() {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Tools tools = Kit.located().prepare(plan::tell);
            WorldFolder folder = parts.add(WorldFolder.create());
            tell("starting in " + folder.path());
            List<CompletableFuture<? extends AutoCloseable>> asked = new ArrayList<>();
            plan.scrape()
                    .ifPresent(scrape -> asked
                            .add(soon(threads,
                                    () -> prometheus(folder.part("prometheus"), tools, scrape))));
            if (plan.hasKafka()) {
                asked.add(soon(threads, () -> kafka(folder.part("kafka"))));
            }
            if (plan.hasPostgres()) {
                asked.add(soon(threads, () -> postgres(folder.part("postgres"))));
            }
            ControlPlane controlPlane =
                    soon(threads, () -> controlPlane(folder.part("cp"), tools)).join();
            Kubelet kubelet =
                    parts.add(Kubelet.start(controlPlane.client(), plan.runtime(), plan.timing()));
            World world = new World(folder.path(), parts, controlPlane, kubelet, tools.kubectl(),
                    asked.stream().<AutoCloseable>map(CompletableFuture::join).toList());
            tell("the world is ready");
            return world;
        } catch (CompletionException e) {
            throw ended(e.getCause() instanceof RuntimeException cause ? cause : e);
        } catch (RuntimeException e) {
            throw ended(e);
        }
    }

    private RuntimeException ended(RuntimeException cause) {
        parts.close();
        return cause;
    }

    private static <T> CompletableFuture<T> soon(ExecutorService threads, Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, threads);
    }

    private ControlPlane controlPlane(Path folder, Tools tools) {
        ControlPlane started = parts.add(ControlPlane.start(
                new ControlPlanePlan(folder, tools, FreePorts.next(), plan.schemas(),
                        plan.hasAudit(), plan.memory())));
        tell("control plane on https://127.0.0.1:" + started.port() + ", kubeconfig "
                + started.kubeconfig());
        return started;
    }

    private PrometheusServer prometheus(Path folder, Tools tools, Duration scrape) {
        PrometheusServer server = parts
                .add(new PrometheusServer(folder, tools.prometheus(), FreePorts.next(), scrape));
        server.start();
        tell("Prometheus on " + server.address());
        return server;
    }

    private KafkaBroker kafka(Path folder) {
        KafkaBroker broker = parts.add(new KafkaBroker(folder, FreePorts.next(), FreePorts.next()));
        broker.start();
        tell("Kafka on " + broker.bootstrapServers());
        return broker;
    }

    private PostgresServer postgres(Path folder) {
        PostgresServer server = parts.add(new PostgresServer(folder, FreePorts.next()));
        server.start();
        tell("Postgres on " + server.jdbcUrl());
        return server;
    }

    private void tell(String line) {
        plan.tell("sandbox: %s (%.1f s)".formatted(line, (System.nanoTime() - begin) / NANOS));
    }
}
