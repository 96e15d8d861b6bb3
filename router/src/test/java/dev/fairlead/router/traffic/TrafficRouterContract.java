package dev.fairlead.router.traffic;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.router.golden.Definitions;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.traffic.RouteWish.Mirror;

import static org.assertj.core.api.Assertions.assertThat;

/** What every traffic router must keep to; each has a test that extends this. */
public abstract class TrafficRouterContract {

    private static final TargetKey TARGET = new TargetKey("eu-1", "test", "podinfo");

    /** The router under test. */
    protected abstract TrafficRouter router();

    /** The canary's share, 0–100, as the objects of the router say it. */
    protected abstract int canaryShare(List<Fields> objects);

    /** The primary's share, 0–100, as the objects of the router say it. */
    protected abstract int primaryShare(List<Fields> objects);

    @Test
    void it_has_a_name_in_lower_case() {
        assertThat(router().providers()).isNotEmpty().allMatch(name -> name.matches("[a-z0-9:.]+"));
    }

    @TestFactory
    Stream<DynamicTest> shares_sum_to_100_at_every_weight() {
        return IntStream.of(0, 1, 5, 33, 50, 99, 100)
                .mapToObj(weight -> DynamicTest.dynamicTest("weight " + weight, () -> {
                    List<Fields> objects = shifted(prepared(), weight);
                    assertThat(canaryShare(objects)).isEqualTo(weight);
                    assertThat(primaryShare(objects)).isEqualTo(100 - weight);
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
    void preparing_keeps_the_ordered_share() {
        List<Fields> objects = created(router().prepare(wish(25, Map.of())));
        assertThat(canaryShare(objects)).isEqualTo(25);
    }

    @Test
    void shifting_makes_nothing() {
        assertThat(router().shift(wish(10, Map.of()))).isNotEmpty()
                .allMatch(draft -> draft.created().isEmpty());
    }

    @Test
    void doing_it_again_changes_nothing() {
        List<Fields> once = shifted(prepared(), 10);
        assertThat(shifted(once, 10)).isEqualTo(once);
        assertThat(corrected(router().prepare(wish(10, Map.of())), once)).isEqualTo(once);
    }

    @Test
    void a_step_changes_nothing_but_shares() {
        List<Fields> before = shifted(prepared(), 10);
        assertThat(shifted(shifted(before, 60), 10)).isEqualTo(before);
    }

    @Test
    void fields_that_nobody_knows_stay() {
        List<Fields> strange = prepared().stream()
                .map(object -> object.with(List.of("x"), "spec", "unheardOf")
                        .with("y", "metadata", "unheardOf")
                        .with("z", "metadata", "labels", "their"))
                .toList();
        List<Fields> after = corrected(router().prepare(wish(10, Map.of())), strange);
        for (Fields object : shifted(after, 20)) {
            assertThat(object.texts("spec", "unheardOf")).containsExactly("x");
            assertThat(object.text("metadata", "unheardOf")).isEqualTo("y");
            assertThat(object.text("metadata", "labels", "their")).isEqualTo("z");
        }
    }

    /** A wish with these fields of {@code spec.service} beside the port. */
    protected RouteWish wish(int weight, Map<String, Object> service) {
        Definition definition = Definitions.with(router().providers().iterator().next(), service);
        return new RouteWish(TARGET, new Life("life-1"), definition, Map.of(), Weight.of(weight),
                Mirror.OFF);
    }

    private List<Fields> prepared() {
        return created(router().prepare(wish(0, Map.of())));
    }

    private List<Fields> shifted(List<Fields> objects, int weight) {
        return corrected(router().shift(wish(weight, Map.of())), objects);
    }

    private static List<Fields> created(List<Draft> drafts) {
        return drafts.stream().map(draft -> draft.created().orElseThrow()).toList();
    }

    private static List<Fields> corrected(List<Draft> drafts, List<Fields> objects) {
        return objects.stream()
                .map(object -> drafts.stream()
                        .filter(draft -> draft.object()
                                .name()
                                .equals(object.text("metadata", "name"))
                                && draft.object().kind().title().equals(object.text("kind")))
                        .findFirst()
                        .map(draft -> draft.corrected(object))
                        .orElse(object))
                .toList();
    }
}
