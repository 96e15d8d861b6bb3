package dev.fairlead.cli.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks the orchestrator's HTTP API. One thread at a time. */
public final class EngineClient implements AutoCloseable {

    /** For a connection. */
    static final Duration CONNECT = Duration.ofSeconds(4);
    /** For an answer; a command is answered after 10 s at the latest. */
    static final Duration ANSWER = Duration.ofSeconds(20);
    /** For an answer of many lines. */
    static final Duration LONGEST = Duration.ofMinutes(30);
    /** What an answer that is no JSON is cut to, in characters. */
    private static final int LONGEST_SHOWN = 200;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EngineAddress address;
    private final String user;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /**
     * @param user
     *            of the operating system: whose line of a token file is taken
     */
    public EngineClient(EngineAddress address, String user) {
        this.address = address;
        this.user = user;
    }

    public EngineAddress address() {
        return address;
    }

    /**
     * What is there.
     *
     * @param path
     *            with its query
     * @throws Refusal
     *             for any status but 2xx
     * @throws Trouble
     *             when nobody answers
     */
    public JsonNode get(String path) {
        return send(request(path).header("Accept", "application/json").GET().build()).body();
    }

    /** Whatever is answered, also when it is no success. */
    public Reply look(String path) {
        return exchange(request(path).header("Accept", "application/json").GET().build());
    }

    /**
     * Asks for something to be done.
     *
     * @param key
     *            the same key is the same request, however often it is sent
     */
    public Reply post(String path, Map<String, String> fields, String key) {
        ObjectNode body = JSON.createObjectNode();
        fields.forEach(body::put);
        return send(request(path).header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /**
     * Opens a stream of events; it never ends by itself within an hour.
     *
     * @param after
     *            the last position that was got
     * @throws Refusal
     *             when the server does not stream
     */
    public InputStream stream(String path, long after) {
        HttpRequest request = authorized(HttpRequest.newBuilder(uri(path)))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", Long.toString(after))
                .build();
        HttpResponse<InputStream> answer = open(request);
        boolean streams = answer.headers()
                .firstValue("Content-Type")
                .orElse("")
                .startsWith("text/event-stream");
        if (answer.statusCode() != 200 || !streams) {
            close(answer.body());
            throw new Refusal(answer.statusCode(), JSON.createObjectNode(), shown(request));
        }
        return answer.body();
    }

    /**
     * What comes line by line, at most {@link #LONGEST} long in all.
     *
     * @throws Refusal
     *             for any status but 2xx
     */
    public void lines(String path, Consumer<String> each) {
        HttpRequest request = authorized(HttpRequest.newBuilder(uri(path)))
                .header("Accept", "application/x-ndjson, application/problem+json")
                .timeout(LONGEST)
                .build();
        HttpResponse<InputStream> answer = open(request);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            if (answer.statusCode() != 200) {
                throw new Refusal(answer.statusCode(),
                        parsed(lines.lines().collect(Collectors.joining("\n"))), shown(request));
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.accept(line);
            }
        } catch (IOException e) {
            throw unreachable(request, e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        return authorized(HttpRequest.newBuilder(uri(path)).timeout(ANSWER));
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request) {
        Tokens.read(address.token(), user)
                .ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    private URI uri(String path) {
        return URI.create(address.uri() + path);
    }

    private Reply send(HttpRequest request) {
        Reply reply = exchange(request);
        if (reply.status() / 100 != 2) {
            throw new Refusal(reply.status(), reply.body(), shown(request));
        }
        return reply;
    }

    private Reply exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            return new Reply(answer.statusCode(), json(answer));
        } catch (IOException e) {
            throw unreachable(request, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Trouble(Trouble.UNREACHABLE, "interrupted", shown(request), "nothing yet",
                    "run it again");
        }
    }

    private HttpResponse<InputStream> open(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw unreachable(request, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Trouble(Trouble.UNREACHABLE, "interrupted", shown(request), "nothing yet",
                    "run it again");
        }
    }

    private Trouble unreachable(HttpRequest request, IOException e) {
        String said = e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getClass().getSimpleName() + ": " + e.getMessage();
        return new Trouble(Trouble.UNREACHABLE, "the engine does not answer",
                shown(request) + " (the address is from " + address.from() + ")",
                address.hint().isEmpty() ? said : said + "; " + address.hint(),
                "start an engine ('fairlead sandbox --demo', 'fairlead standalone'), or say where"
                        + " it is: --server URL or " + Whereabouts.SERVER);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return parsed(new String(answer.body(), StandardCharsets.UTF_8));
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException _) {
            return JSON.createObjectNode()
                    .put("detail", "no JSON but: "
                            + text.substring(0, Math.min(text.length(), LONGEST_SHOWN)));
        }
    }

    private static String shown(HttpRequest request) {
        return request.method() + " " + request.uri();
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException _) {
            // nobody reads it any more
        }
    }

    /** An answer. */
    public record Reply(int status, JsonNode body) {}
}
