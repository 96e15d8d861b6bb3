package dev.fairlead.sandbox.simulation.process;

import java.util.List;

import dev.fairlead.events.order.Order;
import dev.fairlead.events.wire.Word;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.orchestrator.eventlog.Outgoing;
import dev.fairlead.topics.publish.Family;

/** Orders as workers read them from the bytes that the log has stored. */
final class Orders {

    private static final WordCodec<Order> CODEC = new WordCodec<>(WordJson.tolerant(), Order.class,
            List.of());

    private Orders() {}

    static Order read(Outgoing record) {
        String type = record.headers().getOrDefault("ce_type", "");
        return CODEC.decode(new Word(Family.ORDER.word(type), 1, record.body()));
    }
}
