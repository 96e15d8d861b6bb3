package dev.fairlead.standalone.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The running services; each can be stopped and started again. */
public final class Engine implements AutoCloseable {

    private final Arguments arguments;

    private final Map<Service, ConfigurableApplicationContext> running = new ConcurrentHashMap<>();

    /** None runs yet. */
    public Engine(Arguments arguments) {
        this.arguments = arguments;
    }

    /** Starts all five, one after the other; contexts that start together race for the logs. */
    public static Engine start(Arguments arguments) {
        Engine engine = new Engine(arguments);
        engine.startAll();
        return engine;
    }

    /** Starts all five; when one cannot, those that run are stopped. */
    public void startAll() {
        try {
            for (Service service : Service.values()) {
                start(service);
            }
        } catch (RuntimeException unstarted) {
            close();
            throw unstarted;
        }
    }

    /** Starts one that is not running. */
    public void start(Service service) {
        if (running.containsKey(service)) {
            throw new IllegalStateException(
                    "Expected " + service + " not to run, but it does already");
        }
        var application = service.application();
        arguments.extend(service, application);
        running.put(service, application.run(arguments.of(service).toArray(String[]::new)));
    }

    /** Stops one as its shutdown does. */
    public void stop(Service service) {
        ConfigurableApplicationContext context = running.remove(service);
        if (context != null) {
            context.close();
        }
    }

    /** Where a running service serves health, metrics and its API. */
    public String address(Service service) {
        var context = (WebServerApplicationContext) Objects.requireNonNull(running.get(service));
        return "http://127.0.0.1:" + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** The parts of a type that a service has; none when it is not running. */
    public <T> List<T> parts(Service service, Class<T> type) {
        ConfigurableApplicationContext context = running.get(service);
        return context == null || !context.isActive()
                ? List.of()
                : List.copyOf(context.getBeansOfType(type).values());
    }

    /** Stops all, in the opposite order of their start. */
    @Override
    public void close() {
        for (Service service : List.of(Service.values()).reversed()) {
            stop(service);
        }
    }
}
