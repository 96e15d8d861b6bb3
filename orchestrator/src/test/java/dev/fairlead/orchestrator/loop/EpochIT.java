package dev.fairlead.orchestrator.loop;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Seen;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.DefinitionChanged;
import dev.fairlead.events.observation.RestateRequested;
import dev.fairlead.orchestrator.testlog.Claims;
import dev.fairlead.orchestrator.testlog.TestPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** When fences count anew, on a real Postgres. */
class EpochIT {

    private static final TargetKey SHOP = new TargetKey("eu-1", "prod", "shop");
    private static final TargetKey CART = new TargetKey("eu-1", "prod", "cart");

    private static TestPostgres postgres;
    private LoopWorld world;

    @BeforeAll
    static void start() {
        postgres = TestPostgres.started();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void newWorld() {
        world = new LoopWorld(postgres.newLog());
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void a_new_log_begins_with_its_epoch_and_asks_every_cluster_to_restate() {
        world.run(3);

        assertThat(world.engineTypes()).containsExactly("EpochBegun");
        assertThat(world.restatements).containsExactly(new RestateRequested("eu-1", List.of()));
        assertThat(world.loop.report().stage()).isEqualTo(LoopReport.Stage.ACTIVE);
    }

    @Test
    void a_changed_database_begins_a_new_epoch() {
        world.run(2);
        world.kill();
        world.owner.sql("update lease set system = 'another'").update();
        world.start();
        register(SHOP);
        world.run(3);

        assertThat(world.engineTypes()).containsExactly("EpochBegun", "EpochBegun");
        assertThat(world.owner.sql("select distinct epoch from event where stream = :stream")
                .param("stream", SHOP.stream())
                .query(Long.class)
                .list()).containsExactly(2L);
    }

    @Test
    void a_fence_that_the_log_never_gave_begins_a_new_epoch() {
        world.run(2);
        world.restatements.clear();
        var claim = Claims.definition(SHOP, "uid", 1, 1);
        var seen = claim.canary();
        world.intake.say(new DefinitionChanged(SHOP, claim.life(),
                new Seen(seen.kind(), seen.name(), seen.uid(), 1, 1, 1, Fence.parse("3.17")),
                claim.definition()));
        world.run(2);
        register(CART);
        world.run(2);

        assertThat(world.engineTypes()).containsExactly("EpochBegun", "EpochBegun");
        assertThat(world.owner.sql("select distinct epoch from event where stream like 'target/%'")
                .query(Long.class)
                .list()).containsExactly(4L);
        assertThat(world.owner.sql("select epoch from lease").query(Long.class).single())
                .isEqualTo(4);
        assertThat(world.restatements)
                .containsExactly(new RestateRequested("eu-1", List.of(SHOP)));
    }

    private void register(TargetKey target) {
        world.intake.say(Claims.definition(target, "uid", 1, 1));
        world.intake.say(Claims.revision(target, "uid", 2, "v1"));
    }
}
