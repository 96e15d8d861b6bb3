package dev.fairlead.cli.doctor;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Prometheus: whether it answers, and how old the newest sample of users' requests is. */
public final class MetricsLook {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Older samples make analyses of a minute measure nothing, in s. */
    private static final int OLD = 60;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the built-in checks of Istio read. */
    private static final String MESH = "istio_requests_total";
    /** What those of the Gateway API and of plain Services read: the applications' own. */
    private static final String APPS = "http_request_duration_seconds_count";

    private final String address;

    public MetricsLook(String address) {
        this.address = address;
    }

    public List<Diagnosis> look() {
        String part = "prometheus";
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            JsonNode age =
                    value(http, "time() - max(timestamp(" + MESH + ") or timestamp(" + APPS + "))");
            if (age.isMissingNode()) {
                return List.of(Diagnosis.ok(part, "answers at " + address),
                        Diagnosis.warning(part, "has neither " + MESH + " nor " + APPS,
                                "let it scrape the mesh's proxies, or with the Gateway API and"
                                        + " provider kubernetes the applications; without it"
                                        + " built-in checks have no value"));
            }
            BigDecimal seconds = new BigDecimal(age.asString("0"));
            String found = "newest sample of requests is "
                    + seconds.setScale(1, java.math.RoundingMode.HALF_UP) + " s old";
            return List.of(Diagnosis.ok(part, "answers at " + address),
                    seconds.compareTo(BigDecimal.valueOf(OLD)) <= 0
                            ? Diagnosis.ok(part, found)
                            : Diagnosis.warning(part, found,
                                    "look at its targets: " + address + "/targets"));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            return List.of(Diagnosis.bad(part, address + ": " + e,
                    "name the one that the engine asks: --metrics-server URL"));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of(Diagnosis.bad(part, "interrupted", "run it again"));
        }
    }

    private JsonNode value(HttpClient http, String query) throws IOException, InterruptedException {
        var request = HttpRequest
                .newBuilder(URI.create(address + "/api/v1/query?query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .timeout(PATIENCE)
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return JSON.readTree(answer.body())
                .path("data")
                .path("result")
                .path(0)
                .path("value")
                .path(1);
    }
}
