package dev.fairlead.watcher.watch;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.TargetKey;
import dev.fairlead.watcher.detection.Place;

import static org.assertj.core.api.Assertions.assertThat;

class InterestsTest {

    private static final TargetKey SHOP = new TargetKey("eu-1", "prod", "shop");

    private static final TargetKey CART = new TargetKey("eu-1", "prod", "cart");

    private static final Place SETTINGS = new Place("prod", "settings");

    private final Interests interests = new Interests(new Caches());

    @Test
    void what_was_asked_for_and_not_found_matters_too() {
        look(SHOP, SETTINGS);
        assertThat(interests.of(Kind.CONFIG_MAP, SETTINGS)).containsExactly(SHOP);
        assertThat(interests.of(Kind.SECRET, SETTINGS)).isEmpty();
    }

    @Test
    void an_object_may_matter_to_several_targets() {
        look(SHOP, SETTINGS);
        look(CART, SETTINGS);
        assertThat(interests.of(Kind.CONFIG_MAP, SETTINGS)).containsExactlyInAnyOrder(SHOP, CART);
    }

    @Test
    void what_is_no_longer_asked_for_matters_no_more() {
        look(SHOP, SETTINGS);
        look(SHOP, new Place("prod", "others"));
        assertThat(interests.of(Kind.CONFIG_MAP, SETTINGS)).isEmpty();
    }

    @Test
    void nothing_matters_to_a_target_that_is_gone() {
        look(SHOP, SETTINGS);
        interests.forget(SHOP);
        assertThat(interests.of(Kind.CONFIG_MAP, SETTINGS)).isEmpty();
    }

    private void look(TargetKey target, Place configMap) {
        Interests.Look look = interests.look(target);
        assertThat(look.configMap(configMap)).isEmpty();
        look.done();
    }
}
