package dev.fairlead.sandbox.rollout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.fairlead.sandbox.load.LoadGenerator;
import dev.fairlead.sandbox.load.LoadTally;
import dev.fairlead.sandbox.mesh.MeshSettings;
import dev.fairlead.sandbox.scene.Scene;
import dev.fairlead.sandbox.world.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Standalone as a process, for a cluster that grants it what it would grant Flagger, and no more.
 */
class StandaloneIT {

    private static final Duration VALIDITY = Duration.ofHours(2);

    /** Of the database that is not embedded. */
    private static final Map<String, String> LOGIN = Map.of("SPRING_DATASOURCE_USERNAME",
            "postgres");

    @TempDir
    static Path folder;

    private static Scene scene;
    private static Path kubeconfig;

    @BeforeAll
    static void open() throws IOException {
        scene = Scene.open(World.plan().kafka().postgres(), Duration.ofMillis(250),
                MeshSettings.lifelike());
        try (InputStream role = Objects.requireNonNull(StandaloneIT.class
                .getResourceAsStream("/dev/fairlead/sandbox/rollout/cluster-role.yaml"))) {
            scene.world().client().load(role).create();
        }
        kubeconfig = Files.writeString(folder.resolve("kubeconfig"), scene.world()
                .controlPlane()
                .kubeconfigOf("kube-system", "flagger", VALIDITY));
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    @Test
    void a_kill_in_mid_rollout_loses_nothing_and_flaggers_cluster_role_is_enough()
            throws IOException {
        Path data = folder.resolve("killed");
        Stage stage = new Stage(scene, "killed").applied("stepWeight: 20", "stepWeight: 2");
        StandaloneProcess first = start(data).ready();
        assertThat(first.get("/healthz")).isEqualTo("200 OK");
        assertThat(first.get("/actuator/health/readiness")).startsWith("200 ");
        assertThat(first.get("/metrics")).contains("fairlead_watcher_targets", "jvm_memory",
                "fairlead_loop_active 1.0");
        stage.initialized();
        String retry = "/api/v1/targets/sandbox/killed/app/commands/retry";
        assertThat(first.post(retry, "")).startsWith("401 ");
        assertThat(first.post(retry, token(data))).startsWith("409 ").contains("NothingToRetry");
        assertThat(first.get("/api/v1/targets")).startsWith("200 ").contains("sandbox/killed/app");
        expectRefused(data);
        try (LoadGenerator load = stage.load()) {
            stage.release("1.1.0");
            await().atMost(Stage.SOON).until(() -> stage.weight() >= 4);
            long postgres = postgres(data);
            first.kill();
            await("the embedded database to end with its process").atMost(Stage.SOON)
                    .until(() -> ProcessHandle.of(postgres).isEmpty());

            try (StandaloneProcess second = start(data).ready()) {
                stage.awaitPhase("Succeeded");
                assertThat(second.end()).isEqualTo(143);
                assertThat(second.log()).doesNotContain("did not end in good order");
            }
            assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.1.0");
            assertThat(load.tally().errors()).as("%s", load.lost()).isZero();
        }
        assertThat(first.log()).doesNotContainIgnoringCase("forbidden");
        assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void clusters_that_hang_throttle_or_refuse_slow_no_other() throws Exception {
        Stage stage = new Stage(scene, "beside").applied();
        try (HangingServer hanging = new HangingServer();
                ThrottlingServer throttling = new ThrottlingServer();
                StandaloneProcess standalone = StandaloneProcess.start(folder, Map.of(),
                        flags(folder.resolve("beside"),
                                clusters(hanging.address(), throttling.address()),
                                "--context=hanging", "--context=throttling", "--context", "sandbox",
                                "--context=refusing", "-namespace=beside"))) {
            stage.initialized();
            try (LoadGenerator load = stage.load()) {
                stage.release("1.1.0");
                stage.awaitPhase("Succeeded");
                assertThat(load.tally().errors()).isZero();
            }
            standalone.awaitSaid("watching  cluster sandbox");
            for (String bad : List.of("hanging", "throttling", "refusing")) {
                standalone.awaitSaid("waiting   cluster " + bad + " waits for ");
            }
            assertThat(hanging.taken()).isPositive();
            assertThat(throttling.asked()).isPositive();
            assertThat(standalone.get("/healthz")).startsWith("503 waiting for\n");
            assertThat(standalone.get("/actuator/health/readiness")).startsWith("503 ");
            assertThat(standalone.end()).isEqualTo(143);
        }
    }

    @Test
    void the_log_moves_to_a_kafka_and_a_database_of_ones_own_in_mid_rollout() {
        Path data = folder.resolve("moved");
        Stage stage = new Stage(scene, "moved").applied("stepWeight: 20", "stepWeight: 2");
        try (LoadGenerator load = stage.load()) {
            try (StandaloneProcess embedded = StandaloneProcess.start(folder, Map.of(),
                    flags(data, kubeconfig, "-namespace", "moved")).ready()) {
                stage.initialized();
                LoadTally before = load.tally();
                stage.release("1.1.0");
                await().atMost(Stage.SOON).until(() -> stage.weight() >= 2);
                assertThat(embedded.end()).isEqualTo(143);
                assertThat(load.tally().since(before).lost()).isZero();
            }
            String database = scene.world().postgres().jdbcUrl().replaceAll("\\?.*", "");
            move(data, database);
            LoadTally before = load.tally();
            try (StandaloneProcess apart = StandaloneProcess.start(folder, LOGIN,
                    flags(data, scene.world().controlPlane().kubeconfig(),
                            "--database=" + database,
                            "--kafka=" + scene.world().kafka().bootstrapServers(),
                            "-namespace=moved", "--install-crds"))) {
                apart.ready();
                apart.awaitSaid("sandbox has the custom resource definitions");
                stage.awaitPhase("Succeeded");
                assertThat(apart.get("/api/v1/targets/sandbox/moved/app/events?limit=1000"))
                        .contains("TargetInitialized", "RolloutStarted", "RolloutSucceeded");
            }
            assertThat(load.tally().since(before).lost()).as("%s", load.lost()).isZero();
        }
    }

    /** With what is refused before and after it. */
    private static void move(Path data, String database) {
        var tooEarly = StandaloneProcess.start(folder, LOGIN,
                flags(data, kubeconfig, "--database=" + database));
        assertThat(tooEarly.exitCode()).isEqualTo(1);
        assertThat(tooEarly.log()).contains("has one: move it there with --move-log-to");

        var moving = StandaloneProcess.start(folder, LOGIN,
                List.of("--data", data.toString(), "--move-log-to", database));
        assertThat(moving.exitCode()).as(moving.log()).isZero();
        assertThat(moving.said()).contains("copied    event, rows: ",
                "moved     start with --database " + database);

        var back = start(data);
        assertThat(back.exitCode()).isEqualTo(1);
        assertThat(back.log()).contains("was moved to " + database);
    }

    private static void expectRefused(Path data) {
        StandaloneProcess second = start(data);
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.log()).contains("is in use by process");
    }

    private static StandaloneProcess start(Path data) {
        return StandaloneProcess.start(folder, Map.of(), flags(data, kubeconfig));
    }

    private static List<String> flags(Path data, Path kubeconfig, String... more) {
        List<String> flags = new ArrayList<>(List.of("-kubeconfig=" + kubeconfig,
                "-metrics-server", scene.world().prometheus().address().toString(),
                "--data=" + data,
                "-port=0", "-control-loop-interval=10s"));
        flags.addAll(List.of(more));
        return flags;
    }

    /** The one that is there, and three that are of no use. */
    private static Path clusters(String hanging, String throttling) throws IOException {
        StringBuilder clusters = new StringBuilder("clusters:\n");
        StringBuilder contexts = new StringBuilder("contexts:\n");
        Map.of("hanging", hanging, "throttling", throttling, "refusing", "https://127.0.0.1:1")
                .forEach((name, server) -> {
                    clusters.append("- {name: %s, cluster: {server: '%s'}}\n".formatted(name,
                            server));
                    contexts.append("- {name: %s, context: {cluster: %s, user: flagger}}\n"
                            .formatted(name, name));
                });
        return Files.writeString(folder.resolve("four"), Files.readString(kubeconfig)
                .replace("clusters:\n", clusters)
                .replace("contexts:\n", contexts));
    }

    /** What standalone has made and nobody else may read. */
    private static String token(Path data) throws IOException {
        Path file = data.resolve("token");
        assertThat(Files.getPosixFilePermissions(file)).containsExactlyInAnyOrder(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        return Files.readString(file).strip().split(" ", 2)[1];
    }

    private static long postgres(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).getFirst());
    }
}
