package dev.fairlead.sandbox.hooks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

import dev.fairlead.sandbox.mesh.Started;

/** A loopback HTTP server that records each request and answers as a function says. */
final class StandIn implements AutoCloseable {

    /** The longest body, in bytes. */
    private static final int LONGEST_BODY = 1 << 20;
    /** Requests kept; beyond, the oldest are forgotten. */
    private static final int MOST_KEPT = 10_000;
    private static final String LOOPBACK = "127.0.0.1";

    private final Vertx vertx;
    private final Function<Call, Future<Answer>> answers;
    private final List<Received> received = new ArrayList<>();
    private final HttpServer server;

    /** A request whose body is complete. */
    record Call(String method, String path, Map<String, String> headers, String body) {}

    StandIn(Vertx vertx, Function<Call, Future<Answer>> answers) {
        this.vertx = vertx;
        this.answers = answers;
        this.server = Started
                .within(vertx.createHttpServer().requestHandler(this::take).listen(0, LOOPBACK));
    }

    String url(String path) {
        return "http://" + LOOPBACK + ":" + server.actualPort() + path;
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    synchronized void forget() {
        received.clear();
    }

    @Override
    public void close() {
        Started.within(server.close());
    }

    private void take(HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > LONGEST_BODY) {
                request.connection().close();
            } else {
                body.appendBuffer(part);
            }
        });
        request.endHandler(_ -> answer(request, call(request, body)));
    }

    private static Call call(HttpServerRequest request, Buffer body) {
        Map<String, String> headers = new HashMap<>();
        request.headers()
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new Call(request.method().name(), String.valueOf(request.path()), headers,
                body.toString());
    }

    private void answer(HttpServerRequest request, Call call) {
        Instant at = Instant.now();
        answers.apply(call)
                .otherwise(failure -> new Answer.Status(500, String.valueOf(failure.getMessage())))
                .onSuccess(answer -> {
                    keep(new Received(at, call.method(), call.path(), call.headers(), call.body(),
                            answer));
                    give(request, answer);
                });
    }

    private synchronized void keep(Received one) {
        if (received.size() >= MOST_KEPT) {
            received.removeFirst();
        }
        received.add(one);
    }

    private void give(HttpServerRequest request, Answer answer) {
        switch (answer) {
            case Answer.Status(int status, String body) ->
                    end(request.response().setStatusCode(status), body);
            case Answer.Late late -> vertx.setTimer(Math.max(1, late.after().toMillis()),
                    _ -> end(request.response().setStatusCode(late.status()), late.body()));
            case Answer.TooMany(int seconds) -> end(
                    request.response()
                            .setStatusCode(429)
                            .putHeader("Retry-After", String.valueOf(seconds)),
                    "rate_limited");
            case Answer.HangUp _ -> request.connection().close();
            case Answer.Hang _ -> {
                // nobody answers
            }
        }
    }

    private static void end(HttpServerResponse response, String body) {
        if (!response.closed() && !response.ended()) {
            response.end(body);
        }
    }
}
