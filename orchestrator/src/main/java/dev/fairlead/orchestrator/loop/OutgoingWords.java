package dev.fairlead.orchestrator.loop;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.order.CallHooks;
import dev.fairlead.events.order.ChangeOrder;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.RunAnalysis;
import dev.fairlead.events.order.SendNotice;
import dev.fairlead.events.proof.HashChain;
import dev.fairlead.events.wire.Word;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.Outgoing;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.listen.DeadLetters;
import dev.fairlead.topics.publish.CloudEventHeaders;
import dev.fairlead.topics.publish.Envelope;
import dev.fairlead.topics.publish.Family;

/** Orders and published facts as records for topics. */
final class OutgoingWords {

    private static final String SOURCE = "/fairlead/orchestrator";
    private static final int TRACE_DIGITS = 32;
    private static final int SPAN_DIGITS = 16;
    private static final int HASH_PREFIX = "sha256:".length();

    private final Fleet fleet;
    private final WordCodec<Order> orders = new WordCodec<>(WordJson.tolerant(), Order.class,
            List.of());
    private final WordCodec<RolloutFact> facts = new WordCodec<>(WordJson.tolerant(),
            RolloutFact.class, List.of());

    OutgoingWords(Fleet fleet) {
        this.fleet = fleet;
    }

    /** What is to be published of an event: its orders first, then the fact itself. */
    List<Outgoing> of(LoggedEvent event, TargetKey target, RolloutFact fact, List<Order> ordered) {
        List<Outgoing> records = new ArrayList<>();
        for (Order order : ordered) {
            records.add(record(event, target, records.size() + 1, order));
        }
        Word word = facts.encode(fact);
        records.add(new Outgoing(event.position(), records.size() + 1, Topics.ROLLOUT_FACTS,
                target.toString(), headers(event, target, Family.FACT, word, event.id()),
                word.body()));
        return records;
    }

    /** A record that was given up, as it came. */
    Outgoing dead(long position, int ordinal, Heard.Letter letter, String reason) {
        Map<String, String> headers = new HashMap<>(letter.headers());
        headers.put(DeadLetters.REASON, reason);
        headers.put(DeadLetters.PLACE, letter.place());
        headers.put(DeadLetters.BY, "orchestrator");
        return new Outgoing(position, ordinal, Topics.dead(letter.topic()), letter.key(), headers,
                letter.body());
    }

    /** One trace for all of a rollout, and one for what a target does outside of rollouts. */
    static String trace(TargetKey target, RolloutFact fact) {
        String whole = fact.rollout().text().isEmpty() ? target.stream() : fact.rollout().text();
        return digits(whole, TRACE_DIGITS);
    }

    private Outgoing record(LoggedEvent event, TargetKey target, int ordinal, Order order) {
        Word word = orders.encode(order);
        return new Outgoing(event.position(), ordinal, topic(target, order), key(target, order),
                headers(event, target, Family.ORDER, word, order.head().id().text()), word.body());
    }

    private String topic(TargetKey target, Order order) {
        String pool = fleet.poolOf(target.cluster())
                .orElseThrow(() -> new IllegalStateException(
                        "Expected " + target.cluster() + " among the clusters "
                                + fleet.clusters()));
        return switch (order) {
            case ChangeOrder it -> Topics.changeOrder(target.cluster());
            case RunAnalysis it -> Topics.analysisOrder(pool);
            case CallHooks it -> Topics.hookOrder(pool);
            case SendNotice it -> Topics.noticeOrder(pool);
        };
    }

    private static String key(TargetKey target, Order order) {
        return order instanceof RunAnalysis run ? run.analysis().text() : target.toString();
    }

    private static Map<String, String> headers(LoggedEvent event, TargetKey target, Family family,
            Word word, String id) {
        Instant time = event.event().time();
        String traceparent = "00-" + event.event().ids().correlation() + "-"
                + digits(id, SPAN_DIGITS) + "-01";
        return CloudEventHeaders.write(new Envelope(id, SOURCE, family.eventType(word.type()),
                word.schema(), target.toString(), time, traceparent, event.event().version(),
                family == Family.FACT ? event.event().ids().causation() : event.id()));
    }

    private static String digits(String text, int count) {
        return HashChain.contentHash(text.getBytes(StandardCharsets.UTF_8))
                .substring(HASH_PREFIX, HASH_PREFIX + count);
    }
}
