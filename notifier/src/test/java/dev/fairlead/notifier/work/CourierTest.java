package dev.fairlead.notifier.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.notifier.channel.Delivery;
import dev.fairlead.notifier.channel.Place;
import dev.fairlead.notifier.channel.ScriptedChannel;
import dev.fairlead.notifier.notice.Notice;

import static org.assertj.core.api.Assertions.assertThat;

class CourierTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private final Courier courier = new Courier(new SimpleMeterRegistry(),
            InstantSource.fixed(NOW), pauses::add);

    @Test
    void what_is_taken_at_once_is_not_repeated() {
        var channel = new ScriptedChannel(new Delivery.Taken());
        assertThat(courier.bring(channel, parcel(OrderHead.NEVER)).delivered()).isTrue();
        assertThat(channel.attempts()).isEqualTo(1);
    }

    @Test
    void a_busy_channel_is_tried_again_with_growing_pauses() {
        var channel = new ScriptedChannel(busy(0), busy(0), new Delivery.Taken());
        assertThat(courier.bring(channel, parcel(OrderHead.NEVER)).delivered()).isTrue();
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void a_channel_may_ask_for_more_time_but_not_for_ever() {
        var channel = new ScriptedChannel(busy(7), busy(86_400), new Delivery.Taken());
        assertThat(courier.bring(channel, parcel(OrderHead.NEVER)).delivered()).isTrue();
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(60));
    }

    @Test
    void after_five_retries_it_is_given_up_with_the_last_reason() {
        var channel = new ScriptedChannel(busy(0));
        var outcome = courier.bring(channel, parcel(OrderHead.NEVER));
        assertThat(outcome).isEqualTo(
                new Outcome("releases", false, "Status 500, gave up after 6 attempts"));
        assertThat(channel.attempts()).isEqualTo(6);
    }

    @Test
    void a_refusal_is_final() {
        var channel = new ScriptedChannel(new Delivery.Refused("Status 404: no_service"));
        var outcome = courier.bring(channel, parcel(OrderHead.NEVER));
        assertThat(outcome).isEqualTo(new Outcome("releases", false, "Status 404: no_service"));
        assertThat(pauses).isEmpty();
    }

    @Test
    void nothing_is_sent_after_it_has_expired() {
        var channel = new ScriptedChannel(busy(10), new Delivery.Taken());
        var outcome = courier.bring(channel, parcel(NOW.plusSeconds(5)));
        assertThat(outcome.delivered()).isFalse();
        assertThat(outcome.reason()).isEqualTo("Status 500, expired");
    }

    private static Delivery busy(int seconds) {
        return new Delivery.Busy("Status 500", Duration.ofSeconds(seconds));
    }

    private static Courier.Parcel parcel(Instant expires) {
        return new Courier.Parcel("id", "releases",
                new Notice("shop.prod", "text", Severity.INFO, List.of()),
                new Place("releases", "flagger", "http://x/y", "", ""), expires);
    }
}
