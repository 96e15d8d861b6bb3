package dev.fairlead.sandbox.demoapp;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * One running application with its own address. {@code /healthz} and {@code /readyz} answer probes;
 * every other path answers with who it is and what it saw, and fails or dawdles as asked.
 *
 * <p>
 * Asked to stop it leaves as a decent application does: it is unready at once, serves on for the
 * lame-duck time with {@code Connection: close}, then takes nothing new, answers what is in flight,
 * and closes its port.
 */
public final class DemoApp {

    /** Says which version answered. */
    public static final String VERSION_HEADER = "x-app-version";
    /** Says which pod answered; no answer of a proxy has it. */
    public static final String POD_HEADER = "x-app-pod";

    private static final Duration IN_FLIGHT_LIMIT = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MILLISECONDS = 10;

    private final Vertx vertx;
    private final PodIdentity identity;
    private final AppTelemetry telemetry;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Boolean>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile Behaviour behaviour;
    private volatile Stage stage = Stage.STARTING;

    private enum Stage {
        STARTING, SERVING, LEAVING, CLOSING, GONE
    }

    public DemoApp(Vertx vertx, PodIdentity identity, Behaviour behaviour) {
        this(vertx, identity, behaviour, AppTelemetry.NONE);
    }

    DemoApp(Vertx vertx, PodIdentity identity, Behaviour behaviour, AppTelemetry telemetry) {
        this.vertx = vertx;
        this.identity = identity;
        this.telemetry = telemetry;
        this.behaviour = behaviour;
    }

    /**
     * Listens after its start delay. Fails if an address is taken, or if it is stopped before.
     *
     * @param address own loopback address of the pod
     * @param ports   container ports, 1 to 65535
     */
    public Future<Void> start(String address, List<Integer> ports) {
        Promise<Void> delayed = Promise.promise();
        vertx.setTimer(Math.max(1, behaviour.startDelay().toMillis()), _ -> delayed.complete());
        return delayed.future()
                .compose(_ -> stage == Stage.STARTING
                        ? Future.all(ports.stream().map(port -> listen(address, port)).toList())
                                .mapEmpty()
                        : Future.failedFuture("stopped before it had started"))
                .compose(_ -> enter(stage == Stage.STARTING ? Stage.SERVING : stage));
    }

    public PodIdentity identity() {
        return identity;
    }

    /** Whether a readiness probe would pass. */
    public boolean ready() {
        return stage == Stage.SERVING && behaviour.ready();
    }

    /** Tells the listener now and at each change whether it is ready. */
    public void onReadiness(Consumer<Boolean> listener) {
        listeners.add(listener);
        listener.accept(ready());
    }

    /** Changes how it behaves from the next request on. */
    public void behave(Behaviour next) {
        behaviour = next;
        tell();
    }

    public Behaviour behaviour() {
        return behaviour;
    }

    /** Leaves decently; done when its ports are closed. */
    public Future<Void> stop() {
        if (stage != Stage.STARTING && stage != Stage.SERVING) {
            return Future.succeededFuture();
        }
        enter(Stage.LEAVING);
        Promise<Void> quiet = Promise.promise();
        vertx.setTimer(Math.max(1, behaviour.lameDuck().toMillis()), _ -> {
            enter(Stage.CLOSING);
            untilQuiet(System.nanoTime() + IN_FLIGHT_LIMIT.toNanos(), quiet);
        });
        return quiet.future().compose(_ -> kill());
    }

    /** Ends at once; what is in flight is lost. */
    public Future<Void> kill() {
        enter(Stage.GONE);
        return Future.all(servers.stream().map(HttpServer::close).toList()).mapEmpty();
    }

    private Future<Void> enter(Stage next) {
        stage = next;
        tell();
        return Future.succeededFuture();
    }

    private void tell() {
        listeners.forEach(listener -> listener.accept(ready()));
    }

    private Future<HttpServer> listen(String address, int port) {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .connectionHandler(this::admit);
        servers.add(server);
        return server.listen(port, address);
    }

    private void untilQuiet(long end, Promise<Void> quiet) {
        if (inFlight.get() == 0 || System.nanoTime() > end) {
            quiet.complete();
        } else {
            vertx.setTimer(LOOK_AGAIN_MILLISECONDS, _ -> untilQuiet(end, quiet));
        }
    }

    /** A closed port would refuse; this one hangs up, until what is in flight has been answered. */
    private void admit(HttpConnection connection) {
        if (closed()) {
            connection.close();
        }
    }

    int inFlight() {
        return inFlight.get();
    }

    boolean closed() {
        return stage == Stage.CLOSING || stage == Stage.GONE;
    }

    private void answer(HttpServerRequest request) {
        if (closed()) {
            request.connection().close();
            return;
        }
        switch (request.path() == null ? "/" : request.path()) {
            case "/healthz" -> probe(request, true);
            case "/readyz" -> probe(request, ready());
            default -> serve(request);
        }
    }

    private static void probe(HttpServerRequest request, boolean good) {
        request.response().setStatusCode(good ? 200 : 503).end(good ? "ok\n" : "not ready\n");
    }

    private void serve(HttpServerRequest request) {
        inFlight.incrementAndGet();
        // a request ends once, whether it was answered or its client hung up
        request.response().endHandler(_ -> inFlight.decrementAndGet());
        long begun = System.nanoTime();
        request.response()
                .bodyEndHandler(_ -> telemetry.answered(request.response().getStatusCode(),
                        System.nanoTime() - begun));
        Behaviour now = behaviour;
        boolean slow = now.latency().toMillis() > 0 && drawn(now.latencyRate());
        if (slow) {
            vertx.setTimer(now.latency().toMillis(), _ -> respond(request, now));
        } else {
            respond(request, now);
        }
    }

    private void respond(HttpServerRequest request, Behaviour now) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        if (stage == Stage.LEAVING || closed()) {
            response.putHeader("connection", "close");
        }
        response.setStatusCode(drawn(now.failRate()) ? now.failStatus() : 200)
                .putHeader("content-type", "application/json")
                .putHeader(VERSION_HEADER, identity.version())
                .putHeader(POD_HEADER, identity.pod())
                .end(report(request).toBuffer());
    }

    private JsonObject report(HttpServerRequest request) {
        var headers = new JsonObject();
        request.headers().forEach(headers::put);
        return new JsonObject().put("app", identity.app())
                .put("version", identity.version())
                .put("namespace", identity.namespace())
                .put("pod", identity.pod())
                .put("method", request.method().name())
                .put("path", request.uri())
                .put("headers", headers);
    }

    private static boolean drawn(double share) {
        return share > 0 && ThreadLocalRandom.current().nextDouble() < share;
    }
}
