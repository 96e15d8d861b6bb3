package dev.fairlead.router.traffic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import dev.fairlead.canary.model.Provider;
import dev.fairlead.canary.model.Provider.Ability;
import dev.fairlead.events.Fence;
import dev.fairlead.events.order.Cookies;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What every traffic router must keep to; each has a test that extends this and says how requests
 * flow by its objects. What a router is tried for follows from the abilities of its providers.
 */
public abstract class TrafficRouterContract extends RouterTrial {

    @Test
    void its_providers_have_the_same_abilities() {
        assertThat(router().providers()).isNotEmpty();
        assertThat(router().providers().stream().map(Provider::abilities).distinct()).hasSize(1);
    }

    @TestFactory
    Stream<DynamicTest> shares_are_those_that_were_ordered() {
        return IntStream.of(0, 1, 5, 33, 50, 99, 100)
                .filter(weight -> can(Ability.WEIGHTS))
                .mapToObj(weight -> DynamicTest.dynamicTest("weight " + weight, () -> {
                    List<Fields> objects = shifted(prepared(), wish(weight));
                    assertThat(canaryShare(objects, Map.of())).isEqualTo(weight);
                }));
    }

    @Test
    void preparing_makes_every_object_with_an_owner_and_no_fence() {
        for (Fields object : prepared()) {
            assertThat(Meta.isControlledBy(object, TARGET)).isTrue();
            assertThat(Meta.fence(object)).isEqualTo(Fence.NONE);
            assertThat(object.text("metadata", "namespace")).isEqualTo("test");
        }
    }

    @Test
    void without_weights_there_is_nothing_to_write() {
        assertThat(router().prepare(wish(0)).isEmpty()).isEqualTo(!can(Ability.WEIGHTS));
        assertThat(router().shift(wish(0)).isEmpty()).isEqualTo(!can(Ability.WEIGHTS));
    }

    @Test
    void preparing_keeps_the_ordered_share() {
        assumeTrue(can(Ability.WEIGHTS));
        assertThat(canaryShare(created(router().prepare(wish(25))), Map.of())).isEqualTo(25);
    }

    @Test
    void shifting_makes_nothing() {
        assertThat(router().shift(wish(10))).allMatch(draft -> draft.created().isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> doing_it_again_changes_nothing() {
        return everyWay().entrySet()
                .stream()
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> {
                    List<Fields> once = shifted(prepared(), way.getValue());
                    assertThat(shifted(once, way.getValue())).isEqualTo(once);
                    assertThat(corrected(router().prepare(way.getValue()), once)).isEqualTo(once);
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatever_came_between_the_way_back_is_the_same() {
        return everyWay().entrySet()
                .stream()
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> {
                    List<Fields> before = shifted(prepared(), wish(0));
                    assertThat(shifted(shifted(before, way.getValue()), wish(0))).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_others_have_put_there_stays() {
        return everyWay().entrySet()
                .stream()
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> {
                    List<Fields> strange = prepared().stream()
                            .map(object -> object.with(List.of("x"), "spec", "unheardOf")
                                    .with("y", "metadata", "unheardOf")
                                    .with("z", "metadata", "labels", "their"))
                            .toList();
                    List<Fields> after = corrected(router().prepare(way.getValue()), strange);
                    for (Fields object : shifted(after, wish(20))) {
                        assertThat(object.texts("spec", "unheardOf")).containsExactly("x");
                        assertThat(object.text("metadata", "unheardOf")).isEqualTo("y");
                        assertThat(object.text("metadata", "labels", "their")).isEqualTo("z");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_was_adopted_is_given_back_as_it_was() {
        return everyWay().entrySet()
                .stream()
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> {
                    List<Fields> adopted = corrected(router().prepare(wish(0)), users());
                    List<Fields> after = shifted(shifted(adopted, way.getValue()), wish(0));
                    List<Fields> fenced = after.stream()
                            .map(object -> Meta.withFence(object, new Fence(1, 12)))
                            .toList();
                    assertThat(corrected(router().giveBack(wish(0)), fenced)).isEqualTo(users());
                    assertThat(corrected(router().giveBack(wish(0)), users())).isEqualTo(users());
                }));
    }

    @Test
    void what_was_made_for_the_canary_goes_with_it() {
        List<Fields> made = shifted(prepared(), wish(30));
        assertThat(corrected(router().giveBack(wish(0)), made)).isEqualTo(made);
    }

    @TestFactory
    Stream<DynamicTest> tested_requests_see_the_canary_and_no_others() {
        Map<Ability, Map<String, Object>> forms = new LinkedHashMap<>();
        forms.put(Ability.HEADERS, Map.of("exact", "insider"));
        forms.put(Ability.HEADER_REGEX, Map.of("regex", "in.*r"));
        forms.put(Ability.HEADER_AFFIXES, Map.of("prefix", "ins"));
        return forms.entrySet()
                .stream()
                .filter(form -> can(form.getKey()))
                .map(form -> DynamicTest.dynamicTest(form.getKey().toString(),
                        () -> onlyInsiders(List.of(
                                Map.of("headers", Map.of("x-canary", form.getValue()))))));
    }

    @Test
    void a_header_that_ends_so_is_not_widened() {
        assumeTrue(can(Ability.HEADER_AFFIXES));
        onlyInsiders(List.of(Map.of("headers", Map.of("x-canary", Map.of("suffix", "der")))));
    }

    @Test
    void all_headers_of_a_test_must_hold() {
        assumeTrue(can(Ability.SEVERAL_HEADERS));
        List<Fields> objects = testing(List.of(Map.of("headers",
                Map.of("x-a", Map.of("exact", "1"), "x-b", Map.of("exact", "2")))));
        assertThat(canaryShare(objects, Map.of("x-a", "1"))).isZero();
        assertThat(canaryShare(objects, Map.of("x-a", "1", "x-b", "2"))).isEqualTo(100);
    }

    @Test
    void copies_are_made_while_they_are_ordered() {
        assumeTrue(can(Ability.WEIGHTS));
        boolean can = can(Ability.MIRRORS_ITERATIONS);
        Map<String, Object> green = Map.of("iterations", 5);
        List<Fields> on = shifted(prepared(), wish(0, green, Cookies.NONE, true));
        assertThat(isMirrored(on)).isEqualTo(can);
        assertThat(isMirrored(shifted(on, wish(0, green, Cookies.NONE, false)))).isFalse();
    }

    @Test
    void copies_before_weights_are_made_where_the_router_can() {
        assumeTrue(can(Ability.WEIGHTS));
        List<Fields> on = shifted(prepared(), wish(0, Map.of(), Cookies.NONE, true));
        assertThat(isMirrored(on)).isEqualTo(can(Ability.MIRRORS_WEIGHTS));
    }

    @Test
    void users_with_a_cookie_stay_where_they_were() {
        assumeTrue(can(Ability.AFFINITY));
        List<Fields> objects = shifted(prepared(), wish(20, AFFINITY, STEPPING, false));
        assertThat(canaryShare(objects, Map.of())).isEqualTo(20);
        assertThat(canaryShare(objects, Map.of("Cookie", "a=b; side=abc; c=d"))).isEqualTo(100);
        assertThat(canaryShare(objects, Map.of("Cookie", "side=old"))).isEqualTo(20);
        assertThat(canaryShare(objects, Map.of("Cookie", "other=def")))
                .isEqualTo(can(Ability.PRIMARY_AFFINITY) ? 0 : 20);
        assertThat(cookies(objects, Map.of())).contains(
                "side=abc; Max-Age=86400; Domain=example.com; Path=/");
        assertThat(cookies(objects, Map.of("Cookie", "side=abc"))).isEmpty();
    }

    @Test
    void a_cookie_that_ended_is_taken_back() {
        assumeTrue(can(Ability.AFFINITY));
        List<Fields> during = shifted(prepared(), wish(20, AFFINITY, STEPPING, false));
        List<Fields> objects = shifted(during, wish(0, AFFINITY, ENDING, false));
        assertThat(canaryShare(objects, Map.of("Cookie", "side=abc"))).isZero();
        assertThat(cookies(objects, Map.of("Cookie", "side=abc"))).containsExactly(
                "side=abc; Max-Age=-1; Domain=example.com; Path=/");
        assertThat(cookies(objects, Map.of())).isEmpty();
    }

    private void onlyInsiders(List<Map<String, Object>> match) {
        List<Fields> objects = testing(match);
        assertThat(canaryShare(objects, Map.of("x-canary", "insider"))).isEqualTo(100);
        assertThat(canaryShare(objects, Map.of("x-canary", "other"))).isZero();
        assertThat(canaryShare(objects, Map.of())).isZero();
    }
}
