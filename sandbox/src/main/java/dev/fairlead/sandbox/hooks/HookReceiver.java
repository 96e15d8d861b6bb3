package dev.fairlead.sandbox.hooks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import dev.fairlead.sandbox.load.LoadTarget;

/**
 * Receives hooks, records them, and answers by path:
 *
 * <pre>
 * /approve /gate/approve              200
 * /deny /gate/halt                    403
 * /status/418  /late/2000  /hang  /hangup
 * /gate/open /gate/close /gate/check          a gate per canary, as the load tester has them
 * /rollback/open /rollback/close /rollback/check
 * /conformance-test                   sends requests to metadata.host; 200 if all went well, else 500
 * any other                           starts the load in metadata.cmd (hey ...), else 200
 * </pre>
 *
 * What {@link #answerAlways} and {@link #answerNext} say about a path comes first.
 */
public final class HookReceiver implements AutoCloseable {

    private static final Answer APPROVED = Answer.ok("OK");
    private static final Answer FORBIDDEN = new Answer.Status(403, "Forbidden");
    private static final Answer ACCEPTED = Answer.status(202);
    private static final int LOWEST_STATUS = 200;
    private static final int HIGHEST_STATUS = 599;
    private static final int LONGEST_LATE_MILLISECONDS = 600_000;

    private final StandIn server;
    private final LoadTests loads;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    /**
     * @param target where load tests go in
     */
    public HookReceiver(Vertx vertx, LoadTarget target) {
        this.loads = new LoadTests(vertx, target);
        this.server = new StandIn(vertx, this::answer);
    }

    /** The address of a path, as {@code /approve}. */
    public String url(String path) {
        return server.url(path);
    }

    /** The path answers like this until told otherwise. */
    public void answerAlways(String path, Answer answer) {
        script(path).always(answer);
    }

    /** The next {@code times} calls of the path are answered like this; then as before. */
    public void answerNext(String path, int times, Answer answer) {
        script(path).next(times, answer);
    }

    public void recover(String path) {
        script(path).clear();
    }

    /** All hooks, oldest first. */
    public List<Received> received() {
        return server.received();
    }

    public List<Received> received(String path) {
        return received().stream().filter(one -> one.path().equals(path)).toList();
    }

    /** Bodies of the path's hooks that were JSON objects. */
    public List<JsonObject> payloads(String path) {
        return received(path).stream().flatMap(one -> json(one.body()).stream()).toList();
    }

    public void forget() {
        server.forget();
    }

    @Override
    public void close() {
        server.close();
        loads.close();
    }

    private Script script(String path) {
        return scripts.computeIfAbsent(path, _ -> new Script());
    }

    private Future<Answer> answer(StandIn.Call call) {
        Optional<Answer> told =
                Optional.ofNullable(scripts.get(call.path())).flatMap(Script::take);
        return told.map(Future::succeededFuture).orElseGet(() -> byPath(call));
    }

    private Future<Answer> byPath(StandIn.Call call) {
        return switch (call.path()) {
            case "/approve", "/gate/approve", "/healthz" -> now(APPROVED);
            case "/deny", "/gate/halt" -> now(FORBIDDEN);
            case "/hang" -> now(new Answer.Hang());
            case "/hangup" -> now(new Answer.HangUp());
            case "/conformance-test" -> payload(call, loads::conformance);
            default -> byPrefix(call);
        };
    }

    private Future<Answer> byPrefix(StandIn.Call call) {
        String path = call.path();
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/status/")) {
            return now(number(last, LOWEST_STATUS, HIGHEST_STATUS, Answer::status));
        }
        if (path.startsWith("/late/")) {
            return now(number(last, 0, LONGEST_LATE_MILLISECONDS,
                    ms -> new Answer.Late(Duration.ofMillis(ms), 200, "OK")));
        }
        if (path.startsWith("/gate/")) {
            return payload(call, hook -> now(gate("", last, hook)));
        }
        if (path.startsWith("/rollback/")) {
            return payload(call, hook -> now(gate("rollback.", last, hook)));
        }
        return payload(call, loads::byCommand);
    }

    private Answer gate(String prefix, String action, JsonObject hook) {
        String key = prefix + hook.getString("name", "") + "." + hook.getString("namespace", "");
        return switch (action) {
            case "check" -> open.contains(key) ? Answer.ok("Approved") : FORBIDDEN;
            case "open" -> {
                open.add(key);
                yield ACCEPTED;
            }
            case "close" -> {
                open.remove(key);
                yield ACCEPTED;
            }
            default -> new Answer.Status(404, "Expected check, open or close, but got " + action);
        };
    }

    private static Future<Answer> payload(StandIn.Call call,
            Function<JsonObject, Future<Answer>> use) {
        return json(call.body()).map(use).orElseGet(() -> now(Answer.status(400)));
    }

    private static Optional<JsonObject> json(String body) {
        try {
            return Optional.of(body.isBlank() ? new JsonObject() : new JsonObject(body));
        } catch (DecodeException unreadable) {
            return Optional.empty();
        }
    }

    private static Answer number(String text, int least, int most,
            IntFunction<Answer> use) {
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= least
                && Integer.parseInt(text) <= most) {
            return use.apply(Integer.parseInt(text));
        }
        return new Answer.Status(400,
                "Expected a number between " + least + " and " + most + ", but got " + text);
    }

    private static Future<Answer> now(Answer answer) {
        return Future.succeededFuture(answer);
    }
}
