package dev.fairlead.sandbox.load;

import java.time.Duration;
import java.time.Instant;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.sandbox.demoapp.DemoApp;
import dev.fairlead.sandbox.mesh.MeshRequest;
import dev.fairlead.sandbox.mesh.MeshResponse;
import dev.fairlead.sandbox.mesh.Started;
import dev.fairlead.sandbox.mesh.routing.ResponseFlag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LoadGeneratorIT {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void end() {
        Started.within(vertx.close());
    }

    @Test
    void it_keeps_its_pace_and_stops_by_itself() {
        LoadTally tally =
                Started.within(start(_ -> answer("1.0.0", 200), 500, A_SECOND).finished());

        assertThat(tally.sent() + tally.skipped()).isBetween(450L, 505L);
        assertThat(tally.answered()).isEqualTo(tally.sent());
        assertThat(tally.share("1.0.0")).isEqualTo(1.0);
    }

    @Test
    void an_error_of_the_application_is_an_answer_and_one_of_the_mesh_is_lost() {
        LoadTally own = Started.within(start(_ -> answer("2.0.0", 500), 100, A_SECOND).finished());
        LoadGenerator load = start(_ -> refused(503, "UH"), 100, A_SECOND);
        LoadTally foreign = Started.within(load.finished());

        assertThat(own.errors()).isEqualTo(own.sent());
        assertThat(own.lost()).isZero();
        assertThat(foreign.lost()).isEqualTo(foreign.sent());
        assertThat(load.lost()).allSatisfy(one -> assertThat(one.reason()).isEqualTo("UH"));
    }

    @Test
    void what_is_not_answered_in_time_is_lost() {
        var plan = new LoadPlan(MeshRequest.get("backend", "/"), 50, A_SECOND,
                Duration.ofMillis(200), 100);
        LoadGenerator load =
                LoadGenerator.start(vertx, _ -> Promise.<MeshResponse>promise().future(), plan);

        Started.within(load.finished());

        assertThat(load.lost()).isNotEmpty()
                .allSatisfy(one -> assertThat(one.reason()).isEqualTo("timeout"));
    }

    @Test
    void what_is_due_beyond_the_limit_in_flight_is_skipped() {
        var plan = new LoadPlan(MeshRequest.get("backend", "/"), 1_000, A_SECOND,
                Duration.ofSeconds(5), 10);
        LoadGenerator load =
                LoadGenerator.start(vertx, _ -> Promise.<MeshResponse>promise().future(), plan);

        await().atMost(LONG).until(() -> load.tally().skipped() > 500);

        assertThat(load.tally().sent()).isEqualTo(10);
        load.close();
    }

    @Test
    void shares_can_be_had_between_two_moments_and_since_a_tally() {
        long begun = System.nanoTime();
        LoadGenerator load = start(
                _ -> answer(System.nanoTime() - begun < 700_000_000L ? "old" : "new", 200), 500,
                LONG);
        await().atMost(LONG).until(() -> load.tally().versions().containsKey("new"));
        LoadTally before = load.tally();
        Instant from = Instant.now().plusMillis(100);
        await().atMost(LONG).until(() -> Instant.now().isAfter(from.plusMillis(400)));

        assertThat(load.between(from, Instant.now()).share("new")).isEqualTo(1.0);
        assertThat(load.tally().since(before).versions()).containsOnlyKeys("new");
        load.close();
    }

    private LoadGenerator start(LoadTarget target, int perSecond, Duration lasting) {
        return LoadGenerator.start(vertx, target, LoadPlan.steady("backend", perSecond, lasting));
    }

    private static Future<MeshResponse> answer(String version, int status) {
        return Future.succeededFuture(new MeshResponse(status, MultiMap.caseInsensitiveMultiMap()
                .add(DemoApp.VERSION_HEADER, version)
                .add(DemoApp.POD_HEADER, "pod"), Buffer.buffer(),
                ResponseFlag.NONE));
    }

    private static Future<MeshResponse> refused(int status, String flag) {
        return Future.succeededFuture(new MeshResponse(status,
                MultiMap.caseInsensitiveMultiMap().add(MeshResponse.FLAG_HEADER, flag),
                Buffer.buffer(),
                ResponseFlag.NO_HEALTHY_UPSTREAM));
    }
}
