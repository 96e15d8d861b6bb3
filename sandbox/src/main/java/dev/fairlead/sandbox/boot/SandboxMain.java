package dev.fairlead.sandbox.boot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

import dev.fairlead.sandbox.demo.Demo;
import dev.fairlead.sandbox.engine.EngineSettings;
import dev.fairlead.sandbox.mesh.MeshSettings;
import dev.fairlead.sandbox.scene.Scene;
import dev.fairlead.sandbox.world.World;
import dev.fairlead.standalone.engine.Engine;
import dev.fairlead.standalone.engine.Service;

/** {@code fairlead sandbox}: a world, the engine in it, and the demo. */
public final class SandboxMain {

    private static final Duration SCRAPE = Duration.ofMillis(250);
    private static final int USAGE_ERROR = 2;

    private SandboxMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = System.out;
        try {
            Options options = Options.of(arguments);
            if (options.help()) {
                out.print(Options.USAGE);
            } else {
                Path log = LogFile.open();
                System.exit(run(options, log, out));
            }
        } catch (IllegalArgumentException wrong) {
            System.err.println("fairlead: " + wrong.getMessage());
            System.err.print(Options.USAGE);
            System.exit(USAGE_ERROR);
        } catch (RuntimeException failed) {
            System.err.println("fairlead: " + failed.getMessage());
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private static int run(Options options, Path log, PrintStream out) throws InterruptedException {
        if (!options.engine()) {
            return withoutEngine(out);
        }
        Instant start = Instant.now();
        var plan = World.plan().kafka().postgres().progress(out::println);
        try (Scene scene = Scene.open(plan, SCRAPE, MeshSettings.lifelike());
                Engine engine = Engine.start(settings(scene.world()))) {
            out.println(String.format(Locale.ROOT, "the world and the engine run after %.1f s",
                    Duration.between(start, Instant.now()).toMillis() / 1000.0));
            boolean good = !options.demo() || demo(scene, out);
            if (!options.exit()) {
                lookAround(scene, engine, log, out);
                untilInterrupted();
            }
            return good ? 0 : 1;
        }
    }

    private static int withoutEngine(PrintStream out) throws InterruptedException {
        var plan = World.plan().progress(out::println);
        try (Scene scene = Scene.open(plan, SCRAPE, MeshSettings.lifelike())) {
            out.println();
            out.println("A cluster without an engine (Ctrl-C ends it). In another terminal:");
            out.println("  ./fairlead standalone --kubeconfig "
                    + scene.world().controlPlane().kubeconfig() + " --metrics-server "
                    + scene.world().prometheus().address());
            lookAtCluster(scene, out);
            untilInterrupted();
            return 0;
        }
    }

    private static EngineSettings settings(World world) {
        Path home = Path.of(System.getProperty("user.home"), ".fairlead");
        return EngineSettings.of(world).announced(home.resolve("engine.properties"));
    }

    private static boolean demo(Scene scene, PrintStream out) {
        try (Demo demo = new Demo(scene, out)) {
            return demo.run();
        }
    }

    private static void lookAround(Scene scene, Engine engine, Path log, PrintStream out) {
        World world = scene.world();
        out.println();
        out.println("Look around (Ctrl-C ends everything):");
        out.println("  Console    " + engine.address(Service.ORCHESTRATOR)
                + "/console   password: " + password(EngineSettings.of(world)));
        lookAtCluster(scene, out);
        out.println("  Postgres   " + world.postgres().jdbcUrl());
        out.println("  Kafka      " + world.kafka().bootstrapServers());
        for (Service service : Service.values()) {
            out.println("  " + service.name().toLowerCase(Locale.ROOT) + " "
                    + engine.address(service) + "/actuator/health");
        }
        out.println("  logs of all services: " + log);
    }

    /** Made at this start, for this world alone; it ends with it. */
    private static String password(EngineSettings settings) {
        try {
            return Files.readString(Path.of(settings.tokens())).strip().split("\\s+")[1];
        } catch (IOException e) {
            return "in " + settings.tokens();
        }
    }

    private static void lookAtCluster(Scene scene, PrintStream out) {
        World world = scene.world();
        out.println("  export KUBECONFIG=" + world.controlPlane().kubeconfig());
        out.println("  " + world.kubectl() + " get canaries -A");
        out.println("  " + world.kubectl() + " -n prod describe canary backend");
        out.println("  curl -H 'Host: backend.prod' http://127.0.0.1:" + scene.inside().port());
        out.println("  curl -H 'Host: backend.example.com' http://127.0.0.1:"
                + scene.ingress().port());
        out.println("  Prometheus " + world.prometheus().address());
    }

    private static void untilInterrupted() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown, "sandbox-end"));
        ended.await();
    }
}
