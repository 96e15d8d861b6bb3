package dev.fairlead.sandbox.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.fairlead.analyzer.boot.AnalyzerMain;
import dev.fairlead.notifier.boot.NotifierMain;
import dev.fairlead.orchestrator.boot.OrchestratorMain;
import dev.fairlead.router.boot.RouterMain;
import dev.fairlead.sandbox.child.Child;
import dev.fairlead.sandbox.child.FreePorts;
import dev.fairlead.standalone.engine.Service;
import dev.fairlead.watcher.boot.WatcherMain;

/**
 * The five services, each in a process of its own that ends when this one does. Their ports stay
 * the same over restarts.
 */
public final class Processes implements AutoCloseable {

    /** Five of them share a small machine. */
    private static final List<String> JAVA = List.of("-Xmx192m", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Duser.timezone=UTC",
            "--enable-native-access=ALL-UNNAMED");

    private final EngineSettings settings;
    private final Path folder;
    private final Map<Service, Child> running = new EnumMap<>(Service.class);
    private final Map<Service, Integer> ports = new EnumMap<>(Service.class);

    /**
     * None of them runs yet.
     *
     * @param folder
     *            an existing one, for a log of each, {@code <service>.log}
     */
    public Processes(EngineSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
        for (Service service : Service.values()) {
            ports.put(service, FreePorts.next());
        }
    }

    /** Starts one that is not running, and returns at once; it is up some seconds later. */
    public void start(Service service) {
        if (running.containsKey(service)) {
            throw new IllegalStateException(
                    "Expected " + service + " not to run, but it does already");
        }
        String name = service.name().toLowerCase(Locale.ROOT);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main(service)));
        command.addAll(settings.of(service, port(service)));
        running.put(service, Child.start(name, folder, folder.resolve(name + ".log"), Map.of(),
                command));
    }

    private static String main(Service service) {
        return (switch (service) {
            case ORCHESTRATOR -> OrchestratorMain.class;
            case ROUTER -> RouterMain.class;
            case ANALYZER -> AnalyzerMain.class;
            case NOTIFIER -> NotifierMain.class;
            case WATCHER -> WatcherMain.class;
        }).getName();
    }

    /** Stops one as its shutdown does. */
    public void stop(Service service) {
        taken(service).end();
    }

    /** Kills one; it has no time for anything. */
    public void kill(Service service) {
        taken(service).close();
    }

    private Child taken(Service service) {
        return Objects.requireNonNull(running.remove(service),
                () -> "Expected " + service + " to run, but it does not");
    }

    /** Where a service serves health, metrics and its API while it is up. */
    public String address(Service service) {
        return "http://127.0.0.1:" + port(service);
    }

    private int port(Service service) {
        return Objects.requireNonNull(ports.get(service));
    }

    @Override
    public void close() {
        List.copyOf(running.values()).forEach(Child::close);
        running.clear();
    }
}
