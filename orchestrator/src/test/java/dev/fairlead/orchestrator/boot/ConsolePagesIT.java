package dev.fairlead.orchestrator.boot;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.eventlog.DatabaseAddress;
import dev.fairlead.orchestrator.testlog.Claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The pages without a browser: who may see and do what, and how long 10,000 targets take. */
class ConsolePagesIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int TARGETS = 10_000;
    /** For the page of the list, on the server, in ms. */
    private static final long LONGEST_MS = 300;
    private static final TargetKey SHOP = new TargetKey("eu-1", "prod", "shop");
    private static final String OPERATOR = "0123456789abcdef-operator";
    private static final String VIEWER = "0123456789abcdef-viewer";

    @TempDir
    private static Path folder;
    private static Town town;
    private static ConfigurableApplicationContext app;
    private static DatabaseAddress log;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void open() throws Exception {
        Path tokens = Files.writeString(folder.resolve("tokens"),
                "olga " + OPERATOR + " operator@eu-1/prod\nvera " + VIEWER + " viewer\n");
        town = new Town();
        log = town.postgres.newLog();
        app = town.run(log, "--fairlead.api.token-file=" + tokens);
        town.say(Claims.definition(SHOP, "uid-1", 1, 1));
        town.say(Claims.revision(SHOP, "uid-1", 2, "v1"));
        await().atMost(SOON).until(() -> town.orders(SHOP) > 0);
    }

    @AfterAll
    static void close() throws Exception {
        app.close();
        town.close();
    }

    @Test
    void ten_thousand_targets_take_no_longer_than_a_few() throws Exception {
        clones(TARGETS);
        String page = get("/console/rollouts").body();
        assertThat(page).contains("1–50 of 10,0", "Initializing");
        assertThat(get("/console/rollouts?text=clone-77/").body()).contains("clone-77", "1–1 of 1");
        assertThat(get("/console/rollouts?sort=name&page=3").body()).contains("151–200 of 10,0");
        assertThat(get("/console/rollouts?phase=Failed").body()).contains("Nothing fits");
        // what others do on this machine meanwhile is not the page's time, so the best look counts
        await().atMost(SOON)
                .pollDelay(Duration.ZERO)
                .until(() -> took("/console/rollouts") <= LONGEST_MS);
    }

    @Test
    void pages_allow_nothing_from_elsewhere() throws Exception {
        HttpResponse<String> page = get("/console/rollouts");
        assertThat(page.headers().firstValue("Content-Security-Policy")).get()
                .asString()
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("src=\"http", "href=\"http", " style=", " onclick");
    }

    @Test
    void who_comes_through_a_proxy_has_to_log_in_and_finds_its_way_behind_a_prefix()
            throws Exception {
        HttpResponse<String> sent = send(request("/console/rollouts?text=shop")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Prefix", "/fairlead"));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location")).get()
                .asString()
                .endsWith("/fairlead/console/login?next=%2Frollouts%3Ftext%3Dshop");
        String login = send(request("/console/login").header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Prefix", "/fairlead")).body();
        assertThat(login).contains("action=\"/fairlead/console/login\"",
                "src=\"/fairlead/console/assets/");
        assertThat(send(request("/console/login").header("X-Forwarded-Prefix", "//evil\">"))
                .body()).doesNotContain("evil");
    }

    @Test
    void nobody_changes_anything_without_a_login_or_from_a_form_of_another_site()
            throws Exception {
        String form = "reason=because&key=k-1&expectRollout=";
        assertThat(post("/console/rollouts/" + SHOP + "/retry", form, "").statusCode())
                .isEqualTo(403);
        String cookie = login(OPERATOR);
        assertThat(post("/console/rollouts/" + SHOP + "/retry", form, cookie).statusCode())
                .isEqualTo(403);
        assertThat(post("/console/rollouts/" + SHOP + "/retry", form + "&csrf=guessed", cookie)
                .statusCode()).isEqualTo(403);
        assertThat(commands()).isZero();
    }

    @Test
    void a_person_asks_by_a_form_and_stands_in_the_log_and_one_who_may_not_is_told_the_role()
            throws Exception {
        String cookie = login(OPERATOR);
        HttpResponse<String> done = post("/console/rollouts/" + SHOP + "/pause",
                "reason=it+looks+odd&key=k-2&csrf=" + csrf(cookie), cookie);
        assertThat(done.statusCode()).isEqualTo(303);
        String seen = send(request("/console/rollouts/" + SHOP + "?command=k-2")).body();
        assertThat(seen).contains("was refused (NothingToPause)", "olga");
        String viewer = login(VIEWER);
        HttpResponse<String> refused = post("/console/rollouts/" + SHOP + "/pause",
                "reason=no&key=k-3&csrf=" + csrf(viewer), viewer);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Expected the role operator in eu-1/prod");
    }

    @Test
    void the_past_is_folded_from_the_log_and_every_event_hangs_on_the_one_before()
            throws Exception {
        String then = get("/console/rollouts/" + SHOP + "?at=1").body();
        assertThat(then).contains("You look at the past", "awaiting workload");
        assertThat(get("/console/audit?type=TargetRegistered").body())
                .contains("TargetRegistered", "target/eu-1/prod/shop");
        assertThat(get("/console/audit/1").body())
                .contains("Verified: its hash is that of its content",
                        "Verified: it hangs on the event before it in its stream")
                .doesNotContain("Not true");
        assertThat(get("/console/audit/999999").statusCode()).isEqualTo(404);
        assertThat(get("/console/rollouts/" + SHOP + "?at=999999").statusCode()).isEqualTo(400);
        assertThat(get("/console/rollouts/eu-1/prod/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void the_engine_says_who_is_active_and_what_waits_in_the_topics() throws Exception {
        assertThat(get("/console/engine").body()).contains("deciding", "eu-1",
                "fairlead.observation.eu-1");
    }

    private void clones(int count) {
        var source = new DriverManagerDataSource(log.url(), log.username(), log.password());
        source.setSchema(log.schema());
        JdbcClient.create(source).sql("""
                insert into target
                select replace(stream, '/prod/', '/clone-' || n || '/'), cluster, 'clone-' || n,
                       name, version, hash, time, schema,
                       replace(state, '"namespace":"prod"', '"namespace":"clone-' || n || '"'),
                       'infinity', life, rollout, phase
                from target, generate_series(1, :count) as n where namespace = 'prod'
                """).param("count", count).update();
    }

    private static long commands() {
        var source = new DriverManagerDataSource(log.url(), log.username(), log.password());
        source.setSchema(log.schema());
        return JdbcClient.create(source)
                .sql("select count(*) from command where id = 'k-1'")
                .query(Long.class)
                .single();
    }

    private long took(String path) {
        try {
            long start = System.nanoTime();
            get(path);
            return Duration.ofNanos(System.nanoTime() - start).toMillis();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String login(String password) throws Exception {
        HttpResponse<String> in = post("/console/login", "password=" + password, "");
        assertThat(in.statusCode()).isEqualTo(303);
        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        return cookie.split(";", 2)[0];
    }

    private String csrf(String cookie) throws Exception {
        String page = send(request("/console/rollouts").header("Cookie", cookie)).body();
        String field = "name=\"csrf\" value=\"";
        int at = page.indexOf(field) + field.length();
        return page.substring(at, page.indexOf('"', at));
    }

    private HttpResponse<String> post(String path, String form, String cookie) throws Exception {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(town.address(app) + path)).timeout(SOON);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
