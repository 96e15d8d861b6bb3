package dev.fairlead.events.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.definition.PrimaryScaler;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.RolloutSucceeded;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.RouteChanged;
import dev.fairlead.events.order.Cookies;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.ReportStatus;
import dev.fairlead.events.order.ShiftTraffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Words as they were written before some of their fields were there. */
class EarlierWordsTest {

    private static final Path EARLIER = Path.of("src/test/resources/earlier/order");

    private final WordCodec<Order> codec = new WordCodec<>(WordJson.tolerant(), Order.class,
            List.of());

    @Test
    void an_order_from_before_cookies_and_blueprints_has_none() throws IOException {
        assertThat(((ShiftTraffic) read("ShiftTraffic")).cookies()).isEqualTo(Cookies.NONE);
        assertThat(((PrepareTarget) read("PrepareTarget")).cookies()).isEqualTo(Cookies.NONE);
        assertThat(((PrepareTarget) read("PrepareTarget")).mirrored()).isFalse();
        assertThat(((PrepareTarget) read("PrepareTarget")).blueprint()).isEqualTo(Blueprint.NONE);
        assertThat(((PrepareTarget) read("PrepareTarget")).definition().primaryScaler())
                .isEqualTo(PrimaryScaler.NONE);
        assertThat(((ReportStatus) read("ReportStatus")).status().cookies())
                .isEqualTo(Cookies.NONE);
    }

    @Test
    void a_fact_from_before_copies_of_requests_has_none() throws IOException {
        var facts = new WordCodec<>(WordJson.strict().build(), RolloutFact.class, List.of());
        var ordered = (TrafficShiftOrdered) facts.decode(word("fact", "TrafficShiftOrdered"));
        assertThat(ordered.mirrored()).isFalse();
        var closing = (RolloutSucceeded) facts.decode(word("fact", "RolloutSucceeded"));
        assertThat(closing.standing().route().mirrored()).isFalse();
        assertThat(closing.standing().cookied()).isEqualTo(RolloutId.NONE);
        var seen = new WordCodec<>(WordJson.tolerant(), Observation.class, List.of());
        var route = (RouteChanged) seen.decode(word("observation", "RouteChanged"));
        assertThat(route.mirrored()).isFalse();
    }

    private static Word word(String family, String name) throws IOException {
        Path file = EARLIER.resolveSibling(family).resolve(name + ".json");
        return new Word(name, 1, Files.readAllBytes(file));
    }

    @Test
    void a_field_that_was_always_there_may_not_be_left_out() throws IOException {
        String without = text("ShiftTraffic").replace(",\"mirrored\":true", "");
        assertThatThrownBy(() -> decode("ShiftTraffic", without))
                .isInstanceOf(UnreadableWord.class)
                .hasMessageContaining("mirrored");
    }

    private Order read(String word) throws IOException {
        return decode(word, text(word));
    }

    private Order decode(String word, String text) {
        return codec.decode(new Word(word, 1, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(String word) throws IOException {
        return Files.readString(EARLIER.resolve(word + ".json"));
    }
}
