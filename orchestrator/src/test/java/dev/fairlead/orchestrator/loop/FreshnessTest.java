package dev.fairlead.orchestrator.loop;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.TargetGone;
import dev.fairlead.events.observation.TargetRestated;
import dev.fairlead.orchestrator.testlog.Claims;

import static org.assertj.core.api.Assertions.assertThat;

/** What is stale does not reach the rules. */
class FreshnessTest {

    private static final TargetKey SHOP = new TargetKey("eu-1", "prod", "shop");

    private final Freshness freshness = new Freshness();

    @Test
    void older_than_what_was_heard_is_dropped() {
        assertThat(freshness.admits(Claims.revision(SHOP, "uid", 7, "v2"))).isTrue();
        assertThat(freshness.admits(Claims.revision(SHOP, "uid", 6, "v1"))).isFalse();
    }

    @Test
    void the_same_again_and_newer_pass() {
        freshness.admits(Claims.revision(SHOP, "uid", 7, "v2"));

        assertThat(freshness.admits(Claims.revision(SHOP, "uid", 7, "v2"))).isTrue();
        assertThat(freshness.admits(Claims.revision(SHOP, "uid", 8, "v3"))).isTrue();
    }

    @Test
    void objects_are_compared_with_themselves_alone() {
        freshness.admits(Claims.revision(SHOP, "uid", 7, "v2"));

        assertThat(freshness.admits(Claims.definition(SHOP, "uid", 3, 1))).isTrue();
        assertThat(freshness.admits(Claims.revision(SHOP, "uid-2", 3, "v1"))).isTrue();
        assertThat(freshness.admits(
                Claims.revision(new TargetKey("eu-2", "prod", "shop"), "uid", 3, "v1"))).isTrue();
    }

    @Test
    void a_restatement_with_one_stale_part_is_dropped_whole() {
        freshness.admits(Claims.revision(SHOP, "uid", 7, "v2"));
        var restated = new TargetRestated(SHOP, new Life("uid"), "", Fence.NONE,
                List.of(Claims.definition(SHOP, "uid", 9, 1),
                        Claims.revision(SHOP, "uid", 6, "v1")));

        assertThat(freshness.admits(restated)).isFalse();
        assertThat(freshness.admits(Claims.definition(SHOP, "uid", 8, 1))).isTrue();
    }

    @Test
    void what_has_no_marks_passes() {
        assertThat(freshness.admits(new TargetGone(SHOP, new Life("uid")))).isTrue();
    }

    @Test
    void a_new_term_remembers_nothing() {
        freshness.admits(Claims.revision(SHOP, "uid", 7, "v2"));
        freshness.clear();

        assertThat(freshness.admits(Claims.revision(SHOP, "uid", 6, "v1"))).isTrue();
    }
}
