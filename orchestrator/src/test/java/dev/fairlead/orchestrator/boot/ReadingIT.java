package dev.fairlead.orchestrator.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.testlog.Claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the API shows of a log that grows, as pages and as a stream. */
class ReadingIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<TargetKey> TARGETS = List.of(
            new TargetKey("eu-1", "prod", "backend"), new TargetKey("eu-1", "prod", "shop"),
            new TargetKey("eu-1", "test", "shop"));

    private static Town town;
    private static ConfigurableApplicationContext app;

    @BeforeAll
    static void open() {
        town = new Town();
        app = town.run(town.postgres.newLog());
        TARGETS.forEach(target -> {
            town.say(Claims.definition(target, "uid-1", 1, 1));
            town.say(Claims.revision(target, "uid-1", 2, "v1"));
        });
        await().atMost(SOON)
                .until(() -> TARGETS.stream().allMatch(target -> town.orders(target) > 0));
    }

    @AfterAll
    static void close() throws Exception {
        app.close();
        town.close();
    }

    @Test
    void targets_come_in_pages_in_order_of_their_names() {
        JsonNode first = get("/api/v1/targets?namespace=prod&limit=1");
        assertThat(names(first)).containsExactly("eu-1/prod/backend");
        JsonNode second = get("/api/v1/targets?namespace=prod&limit=2&after="
                + first.path("next").asString());
        assertThat(names(second)).containsExactly("eu-1/prod/shop");
        assertThat(second.path("next").asString()).isEmpty();
    }

    @Test
    void filters_are_those_of_the_server() {
        assertThat(names(get("/api/v1/targets?name=shop"))).hasSize(2);
        assertThat(names(get("/api/v1/targets?name=shop&namespace=test")))
                .containsExactly("eu-1/test/shop");
        assertThat(names(get("/api/v1/targets?text=PROD/b"))).containsExactly("eu-1/prod/backend");
        assertThat(names(get("/api/v1/targets?stage=initializing"))).hasSize(3);
        assertThat(names(get("/api/v1/targets?phase=failed"))).isEmpty();
        assertThat(names(get("/api/v1/targets?cluster=us-1"))).isEmpty();
    }

    @Test
    void a_filter_that_is_not_known_is_refused_by_its_name() {
        JsonNode problem = JSON.readTree(town.text(app, "/api/v1/targets?namspace=prod"));
        assertThat(problem.path("field").asString()).isEqualTo("namspace");
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(JSON.readTree(town.text(app, "/api/v1/events?target=shop"))
                .path("field")
                .asString()).isEqualTo("target");
    }

    @Test
    void the_newest_events_of_a_target_come_in_order() {
        JsonNode all = get("/api/v1/targets/eu-1/prod/shop/events");
        List<Long> positions = positions(all);
        assertThat(positions).isSorted().hasSizeGreaterThanOrEqualTo(3);
        JsonNode last = get("/api/v1/targets/eu-1/prod/shop/events?limit=2&before="
                + Long.MAX_VALUE);
        assertThat(positions(last))
                .isEqualTo(positions.subList(positions.size() - 2, positions.size()));
        assertThat(all.path("items").path(0).path("text").asString())
                .isEqualTo("the Canary is valid and taken up");
    }

    @Test
    void a_follower_that_comes_back_misses_nothing_and_gets_nothing_twice() throws Exception {
        List<Long> got = new ArrayList<>(follow("", 3));
        got.addAll(follow(Long.toString(got.getLast()), 4));
        long last = got.getLast();
        assertThat(got).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
    }

    @Test
    void a_follower_hears_what_comes_while_it_listens() throws Exception {
        TargetKey fresh = new TargetKey("eu-1", "later", "shop");
        var request = HttpRequest
                .newBuilder(URI.create(town.address(app) + "/api/v1/events?namespace=later"))
                .header("Accept", "text/event-stream")
                .build();
        try (HttpClient http = HttpClient.newHttpClient();
                var lines = lines(http, request)) {
            assertThat(lines.readLine()).isEqualTo("retry:1000");
            town.say(Claims.definition(fresh, "uid-1", 1, 1));
            String line = lines.readLine();
            while (!line.startsWith("data:")) {
                line = lines.readLine();
            }
            assertThat(line).contains("TargetRegistered", "target/eu-1/later/shop");
        }
    }

    /** The ids of the first events after one. */
    private static List<Long> follow(String lastSeen, int count) throws Exception {
        var request = HttpRequest
                .newBuilder(URI.create(town.address(app) + "/api/v1/events?after=0"))
                .header("Accept", "text/event-stream");
        if (!lastSeen.isEmpty()) {
            request.header("Last-Event-ID", lastSeen);
        }
        List<Long> ids = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient();
                var lines = lines(http, request.build())) {
            while (ids.size() < count) {
                String line = lines.readLine();
                if (line.startsWith("id:")) {
                    ids.add(Long.valueOf(line.substring("id:".length())));
                }
            }
            http.shutdownNow();
        }
        return ids;
    }

    private static BufferedReader lines(HttpClient http, HttpRequest request)
            throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(
                new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static JsonNode get(String path) {
        return JSON.readTree(town.body(app, path));
    }

    private static List<String> names(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("target").asString())
                .filter(name -> !name.contains("/later/"))
                .toList();
    }

    private static List<Long> positions(JsonNode page) {
        return page.path("items").valueStream().map(it -> it.path("position").asLong()).toList();
    }
}
