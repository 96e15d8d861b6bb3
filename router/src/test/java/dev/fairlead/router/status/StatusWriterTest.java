package dev.fairlead.router.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.OrderId;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Weight;
import dev.fairlead.events.order.CanaryStatus;
import dev.fairlead.events.order.Cookies;
import dev.fairlead.events.order.EventNote;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.order.ReportStatus;
import dev.fairlead.router.cluster.Attempt;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.cluster.FakeApiServer;
import dev.fairlead.router.cluster.Memory;
import dev.fairlead.router.cluster.Overtaken;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StatusWriterTest {

    private static final TargetKey TARGET = new TargetKey("eu-1", "test", "podinfo");

    private static final ObjectRef CANARY = new ObjectRef(Kind.CANARY, "test", "podinfo");

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private final FakeApiServer api = new FakeApiServer();

    private final StatusWriter writer = new StatusWriter(new ClusterObjects(api, new Memory(10)));

    @BeforeEach
    void canary() {
        api.put(CANARY, CANARY.head().with("life-1", "metadata", "uid"));
    }

    @Test
    void where_the_resource_definition_drops_our_part_the_rest_is_written() {
        api.pruning(object -> object.without("status", "fairlead"));
        write(1, "Progressing");
        write(2, "Succeeded");
        write(2, "Succeeded");
        assertThat(phase()).isEqualTo("Succeeded");
        assertThatThrownBy(() -> write(1, "Progressing")).isInstanceOf(Overtaken.class);
        assertThat(phase()).isEqualTo("Succeeded");
    }

    @Test
    void what_happened_is_told_even_when_the_status_is_newer() {
        write(2, "Succeeded");
        assertThatThrownBy(() -> write(1, "Progressing", "late news"))
                .isInstanceOf(Overtaken.class);
        assertThat(messages()).containsExactly("late news");
    }

    @Test
    void what_happened_is_told_even_when_the_canary_is_gone() {
        api.remove(CANARY);
        assertThatThrownBy(() -> write(2, "", "deleted")).isInstanceOf(Obstacle.class);
        assertThat(messages()).containsExactly("deleted");
    }

    @Test
    void the_same_order_tells_nothing_twice() {
        write(1, "Progressing", "news");
        write(1, "Progressing", "news");
        assertThat(counts()).containsExactly(1);
    }

    @Test
    void other_words_are_another_event() {
        write(1, "Progressing", "one", "two");
        assertThat(messages()).containsExactlyInAnyOrder("one", "two");
    }

    private void write(long version, String phase, String... messages) {
        Fence fence = new Fence(1, version);
        var head = new OrderHead(OrderId.of(TARGET, fence, 0), TARGET, new Life("life-1"),
                RolloutId.NONE, fence, OrderHead.NEVER);
        var status = new CanaryStatus(phase, Weight.ZERO, 0, 0, "", "", Map.of(), AT, 1, List.of(),
                "", "", Cookies.NONE);
        var notes = Arrays.stream(messages).map(text -> new EventNote(false, text, AT)).toList();
        writer.write(new ReportStatus(head, status, notes),
                Attempt.within(Duration.ofSeconds(5)));
    }

    private String phase() {
        return api.object(CANARY).orElseThrow().text("status", "phase");
    }

    private List<String> messages() {
        return api.objects()
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().kind() == Kind.EVENT)
                .map(entry -> entry.getValue().text("message"))
                .toList();
    }

    private List<Integer> counts() {
        return api.objects()
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().kind() == Kind.EVENT)
                .map(entry -> entry.getValue().number("count").orElse(0))
                .toList();
    }
}
