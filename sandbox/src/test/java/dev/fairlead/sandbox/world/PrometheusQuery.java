package dev.fairlead.sandbox.world;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;

/** Asks Prometheus for one value. */
public record PrometheusQuery(URI address) {

    /** The first value of the answer, or an empty string when there is none. */
    public String value(String query) throws IOException, InterruptedException {
        URI uri = address
                .resolve("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri).build(),
                    HttpResponse.BodyHandlers.ofString());
            JsonNode tree = Serialization.unmarshal(answer.body(), JsonNode.class);
            return tree.path("data").path("result").path(0).path("value").path(1).asText();
        }
    }
}
