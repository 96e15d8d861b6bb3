package dev.fairlead.router.cluster;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.events.Fence;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClusterObjectsTest {

    private static final ObjectRef ROUTE = new ObjectRef(Kind.VIRTUAL_SERVICE, "test", "podinfo");

    private static final ObjectRef EVENT = new ObjectRef(Kind.EVENT, "test", "podinfo.1");

    private final FakeApiServer api = new FakeApiServer();

    private ClusterObjects objects = fresh();

    @BeforeEach
    void route() {
        api.put(ROUTE, ROUTE.head().with("stays", "spec", "foreign"));
    }

    @Test
    void a_second_step_costs_one_write_and_no_read() {
        write(10, 1);
        api.forgetCalls();
        write(20, 2);
        assertThat(api.calls()).containsExactly("patch VirtualService/podinfo");
        assertThat(weight()).isEqualTo(20);
    }

    @Test
    void what_somebody_wrote_since_our_last_write_is_read_and_kept() {
        write(10, 1);
        api.put(ROUTE, api.object(ROUTE).orElseThrow().with("new", "spec", "theirs"));
        write(20, 2);
        assertThat(weight()).isEqualTo(20);
        assertThat(api.object(ROUTE).orElseThrow().text("spec", "theirs")).isEqualTo("new");
        assertThat(api.object(ROUTE).orElseThrow().text("spec", "foreign")).isEqualTo("stays");
    }

    @Test
    void what_somebody_writes_between_our_read_and_our_write_is_kept() {
        api.beforePatch(ref -> {
            api.put(ref, api.object(ref).orElseThrow().with("new", "spec", "theirs"));
            api.beforePatch(again -> {});
        });
        write(10, 1);
        assertThat(weight()).isEqualTo(10);
        assertThat(api.object(ROUTE).orElseThrow().text("spec", "theirs")).isEqualTo("new");
    }

    @Test
    void an_object_that_never_rests_is_given_up() {
        api.beforePatch(ref -> api.put(ref, api.object(ref).orElseThrow()));
        assertThatThrownBy(() -> write(10, 1)).isInstanceOfSatisfying(Obstacle.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT));
        assertThat(api.calls()).hasSize(2 * ClusterObjects.MAX_VERSIONS);
    }

    @Test
    void a_fresh_router_gets_the_older_order_after_the_newer() {
        write(20, 2);
        objects = fresh();
        assertThatThrownBy(() -> write(10, 1)).isInstanceOfSatisfying(Overtaken.class,
                e -> assertThat(e.shown()).isEqualTo(new Fence(1, 2)));
        assertThat(weight()).isEqualTo(20);
    }

    @Test
    void drift_is_told_only_of_what_was_read() {
        write(10, 1);
        api.put(ROUTE, api.object(ROUTE).orElseThrow().with(99, "spec", "weight"));
        api.forgetCalls();
        objects = fresh();
        assertThatThrownBy(() -> write(10, 1)).isInstanceOfSatisfying(Obstacle.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.DRIFT));
        assertThat(api.calls()).containsExactly("get VirtualService/podinfo");
        assertThat(weight()).isEqualTo(99);
    }

    @Test
    void an_object_that_was_deleted_is_made_again_only_where_the_draft_does() {
        write(10, 1);
        api.remove(ROUTE);
        assertThatThrownBy(() -> write(20, 2)).isInstanceOfSatisfying(Obstacle.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.MISSING));
    }

    @Test
    void a_repeat_is_counted_once_for_each_order() {
        count(1);
        count(1);
        count(2);
        objects = fresh();
        count(2);
        count(3);
        assertThat(api.object(EVENT).orElseThrow().number("count")).contains(3);
    }

    @Test
    void a_new_event_costs_one_call() {
        count(1);
        assertThat(api.calls()).containsExactly("create Event/podinfo.1");
    }

    @Test
    void secrets_are_not_remembered() {
        Memory memory = new Memory(10);
        ObjectRef secret = new ObjectRef(Kind.SECRET, "test", "s");
        memory.keep(secret, secret.head(), Fence.NONE);
        assertThat(memory.recall(secret)).isEmpty();
    }

    private ClusterObjects fresh() {
        return new ClusterObjects(api, new Memory(10));
    }

    private void write(int weight, long version) {
        objects.write(new Weight(weight), new Fence(1, version),
                Attempt.within(Duration.ofSeconds(5)));
    }

    private void count(long version) {
        objects.write(new Counted(), new Fence(1, version), Attempt.within(Duration.ofSeconds(5)));
    }

    private int weight() {
        return api.object(ROUTE).orElseThrow().number("spec", "weight").orElseThrow();
    }

    private record Weight(int percent) implements Draft {

        @Override
        public ObjectRef object() {
            return ROUTE;
        }

        @Override
        public Optional<Fields> created() {
            return Optional.empty();
        }

        @Override
        public Fields corrected(Fields live) {
            return live.with(percent, "spec", "weight");
        }
    }

    private record Counted() implements Draft {

        @Override
        public ObjectRef object() {
            return EVENT;
        }

        @Override
        public Optional<Fields> created() {
            return Optional.of(EVENT.head().with(1, "count"));
        }

        @Override
        public Fields corrected(Fields live) {
            return live.with(live.number("count").orElse(0) + 1, "count");
        }

        @Override
        public boolean mayDrift() {
            return false;
        }

        @Override
        public boolean isLikelyNew() {
            return true;
        }

        @Override
        public Fields fenced(Fields wanted, Fence fence) {
            return Meta.withFence(wanted, fence);
        }
    }
}
