package dev.fairlead.analyzer.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.analyzer.Orders;
import dev.fairlead.analyzer.exchange.Reply;
import dev.fairlead.analyzer.exchange.ScriptedExchanges;
import dev.fairlead.analyzer.hooks.HookCall;
import dev.fairlead.clusters.secrets.References;
import dev.fairlead.events.Fence;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.order.CallHooks;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.report.HooksAnswered.HookAnswer;

import static org.assertj.core.api.Assertions.assertThat;

class GateWatchTest {

    private static final Reply CLOSED = new Reply(403, Duration.ZERO, "closed", false);
    private static final Reply OPEN = new Reply(200, Duration.ZERO, "", false);
    private static final References NONE = new References() {
        @Override
        public Object value(String cluster, String reference) {
            throw new IllegalArgumentException("Expected no reference, but got " + reference);
        }

        @Override
        public Map<String, String> secret(String cluster, String place) {
            return Map.of();
        }
    };

    private final ScriptedExchanges tester = new ScriptedExchanges();
    private final Semaphore intervals = new Semaphore(0);
    private final BlockingQueue<List<HookAnswer>> told = new LinkedBlockingQueue<>();
    private final Meters meters = new Meters(new SimpleMeterRegistry());
    private final GateWatch gates = new GateWatch(new HookWork(
            new HookCall(tester, NONE, InstantSource.fixed(Instant.EPOCH), _ -> {}), meters),
            _ -> anInterval(), () -> 0, meters);

    @AfterEach
    void close() {
        gates.close();
    }

    @Test
    void a_gate_that_opens_is_told_at_once() throws InterruptedException {
        tester.answers(CLOSED, CLOSED, OPEN);
        intervals.release(6);
        gates.watch(order(7), told::add);

        assertThat(answer()).singleElement().satisfies(it -> assertThat(it.passed()).isTrue());
        assertThat(tester.asked()).hasSize(3);
        assertThat(gates.size()).isZero();
    }

    @Test
    void a_gate_that_stays_closed_is_told_once_after_its_last_call() throws InterruptedException {
        tester.answers(CLOSED, CLOSED, CLOSED, CLOSED, CLOSED, CLOSED);
        intervals.release(6);
        gates.watch(order(7), told::add);

        assertThat(answer()).singleElement()
                .satisfies(it -> assertThat(it.error()).isEqualTo("closed"));
        assertThat(tester.asked()).hasSize(6);
        assertThat(told).isEmpty();
    }

    @Test
    void a_newer_order_takes_the_place_of_an_older_one_and_not_the_other_way()
            throws InterruptedException {
        tester.answers(OPEN);
        gates.watch(order(7), _ -> told.add(List.of()));
        gates.watch(order(8), told::add);
        gates.watch(order(6), _ -> told.add(List.of()));
        intervals.release(1);

        assertThat(answer()).hasSize(1);
        assertThat(told).isEmpty();
    }

    @Test
    void a_gate_that_is_forgotten_is_asked_no_more() {
        gates.watch(order(7), told::add);
        gates.forget(order(8));

        assertThat(gates.size()).isZero();
        assertThat(tester.asked()).isEmpty();
    }

    private @Nullable List<HookAnswer> answer() throws InterruptedException {
        return told.poll(60, TimeUnit.SECONDS);
    }

    private void anInterval() {
        try {
            intervals.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped between two calls", e);
        }
    }

    private static CallHooks order(long version) {
        CallHooks it = Orders.hooks("shop", HookType.CONFIRM_PROMOTION,
                Orders.hook("gate", HookType.CONFIRM_PROMOTION, "http://tester/gate", 0));
        OrderHead head = it.head();
        return new CallHooks(
                new OrderHead(head.id(), head.target(), head.life(), head.rollout(),
                        new Fence(1, version), head.expires()),
                it.kind(), it.hooks(), it.name(), it.phase(), it.lastAppliedSpec(),
                it.trackedConfigs(), Map.of(), Duration.ofSeconds(1), 6);
    }
}
