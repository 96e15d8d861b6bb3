package dev.fairlead.orchestrator.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.proof.HashedEvent.Ids;

/** Batches made by hand, whose facts mean nothing. */
final class Pieces {

    static final TargetKey SHOP = new TargetKey("eu-1", "prod", "shop");
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00.000001Z");

    private Pieces() {}

    /** A batch of some events of one stream, with its head and one record for each. */
    static Append batch(Tenure tenure, StreamMark mark, int count) {
        List<LoggedEvent> events = new ArrayList<>();
        List<Outgoing> outgoing = new ArrayList<>();
        StreamMark end = mark;
        for (int i = 0; i < count; i++) {
            LoggedEvent event = end.seal(tenure.position() + 1 + i, 1, fact("Fact" + i));
            events.add(event);
            outgoing.add(new Outgoing(event.position(), 1, "topic", "key", Map.of("ce_id", "1"),
                    event.event().body()));
            end = end.after(event);
        }
        var head = new HeadRow(end, SHOP, HeadCodec.SCHEMA, "{}", HeadRow.NEVER,
                new HeadRow.Search("uid", "", "IDLE"));
        return new Append(tenure, tenure.position() + 1, 1, events, outgoing,
                List.of(new HeadChange(mark.version(), head)), List.of(), List.of(), List.of(),
                List.of());
    }

    static Append empty(Tenure tenure) {
        return new Append(tenure, tenure.position() + 1, 1, List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of());
    }

    static Tenure after(Append batch) {
        Tenure tenure = batch.under();
        return new Tenure(tenure.term(), batch.last(), batch.epoch(), tenure.home(),
                tenure.found(), tenure.now());
    }

    private static NewEvent fact(String type) {
        return new NewEvent(type, 1, new Ids("uid", "", "cause", "", ""), NOON,
                "{\"fact\":{}}".getBytes(StandardCharsets.UTF_8));
    }
}
