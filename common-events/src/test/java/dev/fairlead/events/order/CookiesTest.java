package dev.fairlead.events.order;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Life;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.Tree;
import dev.fairlead.events.Weight;

import static org.assertj.core.api.Assertions.assertThat;

class CookiesTest {

    private static final Tree BOTH = new Tree(
            Map.of("cookieName", "side", "primaryCookieName", "other"));

    private static final Life LIFE = new Life("uid-1");

    private static final RolloutId ROLLOUT = new RolloutId("eu-1/test/podinfo#3");

    @Test
    void a_cookie_is_a_name_and_ten_letters() {
        Cookies cookies = during(10);
        assertThat(cookies.canary()).matches("side=[a-zA-Z]{10}");
        assertThat(cookies.primary()).matches("other=[a-zA-Z]{10}");
        assertThat(cookies.ended()).isEmpty();
    }

    @Test
    void the_canarys_cookie_stays_and_the_primarys_is_new_at_each_step() {
        assertThat(during(20).canary()).isEqualTo(during(10).canary());
        assertThat(during(20).primary()).isNotEqualTo(during(10).primary());
        assertThat(during(10)).isEqualTo(during(10));
    }

    @Test
    void another_rollout_has_another_cookie() {
        Cookies next = Cookies.during(BOTH, LIFE, new RolloutId("eu-1/test/podinfo#4"),
                Weight.of(10));
        assertThat(next.canary()).isNotEqualTo(during(10).canary());
    }

    @Test
    void afterwards_the_canarys_cookie_is_ended() {
        assertThat(Cookies.after(BOTH, LIFE, ROLLOUT))
                .isEqualTo(new Cookies("", "", during(10).canary()));
    }

    @Test
    void without_a_name_there_is_no_cookie() {
        Tree one = new Tree(Map.of("cookieName", "side"));
        assertThat(Cookies.during(one, LIFE, ROLLOUT, Weight.of(10)).primary()).isEmpty();
        assertThat(Cookies.during(Tree.EMPTY, LIFE, ROLLOUT, Weight.of(10)))
                .isEqualTo(Cookies.NONE);
    }

    private static Cookies during(int weight) {
        return Cookies.during(BOTH, LIFE, ROLLOUT, Weight.of(weight));
    }
}
