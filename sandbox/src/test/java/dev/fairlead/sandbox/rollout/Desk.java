package dev.fairlead.sandbox.rollout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.fairlead.events.TargetKey;

import static org.assertj.core.api.Assertions.assertThat;

/** Where people ask for things: the orchestrator's API, with the token of the engine's owner. */
public final class Desk {

    /** Why, in all that is asked for. */
    static final String WHY = "it looks odd";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final Path token;

    /**
     * @param address
     *            of the orchestrator
     * @param token
     *            the file of its tokens
     */
    Desk(String address, Path token) {
        this.address = address;
        this.token = token;
    }

    /** Of the orchestrator. */
    String address() {
        return address;
    }

    /** Asks, and expects it to be done. */
    void does(TargetKey target, String command) {
        Said said = ask(target, command, "{\"reason\":\"" + WHY + "\"}");
        assertThat(said.status()).as("%s: %s", command, said.body()).isEqualTo(200);
    }

    /** Asks, and expects a refusal of this name. */
    void refuses(TargetKey target, String command, String code) {
        Said said = ask(target, command, "{\"reason\":\"" + WHY + "\"}");
        assertThat(said.status()).as("%s: %s", command, said.body()).isEqualTo(409);
        assertThat(said.body()).contains("\"code\":\"" + code + "\"");
    }

    /** The target as it is shown. */
    String shows(TargetKey target) {
        return send(request("/api/v1/targets/" + target).GET().build()).body();
    }

    private Said ask(TargetKey target, String command, String body) {
        return send(request("/api/v1/targets/" + target + "/commands/" + command)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token())
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }

    /** The owner's token, which is also the console's password. */
    String token() {
        try {
            return Files.readString(token).strip().split(" ")[1];
        } catch (IOException e) {
            throw new IllegalStateException("Expected the engine's token in " + token, e);
        }
    }

    private Said send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return new Said(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("Expected an answer of " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private record Said(int status, String body) {}
}
