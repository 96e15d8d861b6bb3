package dev.fairlead.orchestrator.notary;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts notes to an address; any 2xx is a receipt. */
public final class HttpOutlet implements CheckpointOutlet {

    /** For a connection. */
    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** For the answer. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

    public HttpOutlet(URI address) {
        this.address = address;
    }

    /** The host alone: the rest of an address may be a secret. */
    @Override
    public String name() {
        return "http " + address.getHost();
    }

    @Override
    public void take(String note) throws IOException {
        try {
            HttpResponse<Void> answer = http.send(HttpRequest.newBuilder(address)
                    .timeout(ANSWER)
                    .header("Content-Type", "text/plain; charset=utf-8")
                    .POST(BodyPublishers.ofString(note))
                    .build(), BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException("Expected 2xx, but got " + answer.statusCode());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("ended before the answer came", e);
        }
    }
}
