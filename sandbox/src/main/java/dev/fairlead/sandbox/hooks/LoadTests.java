package dev.fairlead.sandbox.hooks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import dev.fairlead.sandbox.load.LoadGenerator;
import dev.fairlead.sandbox.load.LoadTarget;
import dev.fairlead.sandbox.mesh.MeshRequest;
import dev.fairlead.sandbox.mesh.MeshResponse;

/** The load that hooks ask for. */
final class LoadTests implements AutoCloseable {

    /** Loads at a time; beyond, a hook is refused. */
    private static final int MOST_AT_A_TIME = 50;
    private static final int USUAL_REQUESTS = 50;
    private static final int MOST_REQUESTS = 10_000;
    private static final int FIRST_BAD_STATUS = 400;

    private final Vertx vertx;
    private final LoadTarget target;
    private final Map<String, LoadGenerator> running = new ConcurrentHashMap<>();

    LoadTests(Vertx vertx, LoadTarget target) {
        this.vertx = vertx;
        this.target = target;
    }

    /**
     * Sends {@code metadata.requests} (50) requests to {@code metadata.host}, by default the canary
     * Service of the hook's canary, and asks that every one goes well.
     */
    Future<Answer> conformance(JsonObject hook) {
        JsonObject metadata = hook.getJsonObject("metadata", new JsonObject());
        String host = metadata.getString("host",
                hook.getString("name", "") + "-canary." + hook.getString("namespace", ""));
        String count = String.valueOf(metadata.getValue("requests", USUAL_REQUESTS));
        if (!count.matches("[1-9]\\d{0,3}|" + MOST_REQUESTS)) {
            return Future.succeededFuture(new Answer.Status(400,
                    "Expected metadata.requests between 1 and " + MOST_REQUESTS + ", but got "
                            + count));
        }
        MeshRequest request = MeshRequest.get(host, metadata.getString("path", "/"));
        List<Future<MeshResponse>> all = IntStream.range(0, Integer.parseInt(count))
                .mapToObj(_ -> target.send(request))
                .toList();
        return Future.join(all).transform(_ -> Future.succeededFuture(verdict(host, all)));
    }

    private static Answer verdict(String host, List<Future<MeshResponse>> all) {
        long bad = all.stream()
                .filter(one -> one.failed() || one.result().status() >= FIRST_BAD_STATUS)
                .count();
        return bad == 0
                ? Answer.ok(all.size() + " requests to " + host + " went well")
                : new Answer.Status(500,
                        bad + " of " + all.size() + " requests to " + host + " failed");
    }

    /** Starts the load of {@code metadata.cmd}, unless the same one is still running. */
    Future<Answer> byCommand(JsonObject hook) {
        String command = hook.getJsonObject("metadata", new JsonObject()).getString("cmd", "");
        return Future.succeededFuture(command.isEmpty() ? Answer.ok("OK") : started(hook, command));
    }

    private Answer started(JsonObject hook, String command) {
        String key =
                hook.getString("name", "") + "." + hook.getString("namespace", "") + " " + command;
        running.values().removeIf(one -> one.finished().isComplete());
        if (!running.containsKey(key) && running.size() >= MOST_AT_A_TIME) {
            return new Answer.Status(429,
                    "Expected at most " + MOST_AT_A_TIME + " loads at a time");
        }
        try {
            running.computeIfAbsent(key,
                    _ -> LoadGenerator.start(vertx, target, HeyCommand.plan(command)));
            return Answer.status(202);
        } catch (IllegalArgumentException unreadable) {
            return new Answer.Status(400, String.valueOf(unreadable.getMessage()));
        }
    }

    /** Time that a load would take if nobody stopped it is bounded by its plan. */
    @Override
    public void close() {
        running.values().forEach(LoadGenerator::close);
    }
}
