package dev.fairlead.sandbox.engine;

import java.nio.file.Path;
import java.util.List;

import dev.fairlead.sandbox.world.World;
import dev.fairlead.standalone.engine.Arguments;
import dev.fairlead.standalone.engine.Service;

/**
 * What the services are told.
 *
 * @param cluster the cluster's name
 * @param kubeconfig of the cluster
 * @param kafka bootstrap servers
 * @param database JDBC URL
 * @param metricsServer Prometheus' address
 * @param tokens the file of the token that may write, made when it is not there
 * @param announced the file that tells the command line where the engine is; empty for none
 * @param events where the events of Canaries without event hooks are posted; empty for nowhere
 */
public record EngineSettings(String cluster, Path kubeconfig, String kafka, String database,
        String metricsServer, String tokens, String announced,
        String events) implements Arguments {

    /** The cluster's name in the sandbox. */
    public static final String CLUSTER = "sandbox";

    /** What the services need to know of a world with Kafka, Postgres and Prometheus. */
    public static EngineSettings of(World world) {
        return of(world, world.kafka().bootstrapServers(), world.postgres().jdbcUrl());
    }

    /** The same of a world whose Kafka and Postgres stand elsewhere. */
    public static EngineSettings of(World world, String kafka, String database) {
        return new EngineSettings(CLUSTER, world.controlPlane().kubeconfig(), kafka, database,
                world.prometheus().address().toString(),
                world.folder().resolve("api-token").toString(), "", "");
    }

    /** The same, and the user's command line finds the engine without being told. */
    public EngineSettings announced(Path file) {
        return new EngineSettings(cluster, kubeconfig, kafka, database, metricsServer, tokens,
                file.toString(), events);
    }

    /** The same, and events are posted to an address. */
    public EngineSettings posting(String address) {
        return new EngineSettings(cluster, kubeconfig, kafka, database, metricsServer, tokens,
                announced, address);
    }

    /** On a free loopback port. */
    @Override
    public List<String> of(Service service) {
        return of(service, 0);
    }

    /** On a loopback port; 0: a free one. */
    List<String> of(Service service, int port) {
        return List
                .of("--server.port=" + port, "--server.address=127.0.0.1",
                        "--fairlead.clusters[0].name=" + cluster,
                        "--fairlead.clusters[0].kubeconfig=" + kubeconfig,
                        "--fairlead.kafka.bootstrap-servers=" + kafka,
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--fairlead.watcher.metrics-server=" + metricsServer,
                        "--fairlead.watcher.event-webhook=" + events,
                        "--fairlead.analyzer.event-webhook=" + events,
                        "--fairlead.api.token-file=" + tokens, "--fairlead.api.make-token=true",
                        "--fairlead.audit.key-file=" + tokens + ".audit.pem",
                        "--fairlead.audit.make-key=true",
                        "--fairlead.audit.checkpoint-file=" + tokens + ".checkpoints",
                        "--fairlead.announce.file=" + announced, "--fairlead.announce.by=sandbox");
    }
}
