package dev.fairlead.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers as the engine does, from what lies in {@code answers}; filters by whole names. */
final class EngineStandIn implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int commandStatus = 200;
    private volatile String commandAnswer = """
            {"command":"1","accepted":true,"event":{"id":"x@1","position":142,"type":"RolloutPaused"}}
            """;

    EngineStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/targets", this::targets);
        server.createContext("/api/v1/events", this::stream);
        server.setExecutor(Runnable::run);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Method, path, token and body of what was asked. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    void answerCommands(int status, String body) {
        commandStatus = status;
        commandAnswer = body;
    }

    static JsonNode answer(String name) {
        try (InputStream in = EngineStandIn.class.getResourceAsStream("/answers/" + name)) {
            return JSON.readTree(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void targets(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        String path = exchange.getRequestURI().getPath();
        if (path.contains("/commands/")) {
            say(exchange, commandStatus, commandAnswer);
        } else if (path.endsWith("/events")) {
            say(exchange, 200, answer("events.json").toString());
        } else {
            say(exchange, 200, list(String.valueOf(exchange.getRequestURI().getQuery())));
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        requests.add("GET " + exchange.getRequestURI() + " from "
                + exchange.getRequestHeaders().getFirst("Last-Event-ID"));
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody()
                .write(("id:142\ndata:" + ended() + "\n\n").getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private static JsonNode ended() {
        ObjectNode event = (ObjectNode) answer("events.json").path("items").path(0);
        return event.put("position", 142)
                .put("type", "RolloutSucceeded")
                .put("time", "2026-11-24T03:00:30Z")
                .put("text", "promoted");
    }

    private static String list(String query) {
        List<JsonNode> found = new ArrayList<>();
        answer("targets.json").path("items").forEach(target -> {
            String[] parts = target.path("target").asString().split("/", -1);
            if (fits(query, "cluster", parts[0]) && fits(query, "namespace", parts[1])
                    && fits(query, "name", parts[2])) {
                found.add(target);
            }
        });
        ObjectNode page = JSON.createObjectNode();
        page.putArray("items").addAll(found);
        return page.put("next", "").toString();
    }

    private static boolean fits(String query, String field, String value) {
        for (String part : query.split("&", -1)) {
            if (part.startsWith(field + "=")) {
                return part.equals(field + "=" + value);
            }
        }
        return true;
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
