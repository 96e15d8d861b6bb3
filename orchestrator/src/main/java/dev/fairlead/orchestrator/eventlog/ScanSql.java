package dev.fairlead.orchestrator.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.fairlead.orchestrator.eventlog.EventFilter.Marks;

/**
 * The question for many events, with nothing in it that was not asked.
 *
 * @param text
 *            with a mark for each parameter
 * @param parameters
 *            in order
 */
record ScanSql(String text, List<Object> parameters) {

    /** Time since 1970 in µs: to make a date of each row takes longer than to hash it. */
    private static final String SELECT = """
            select position, stream, version, epoch, type, schema, life, rollout, causation,
                   correlation, actor, (extract(epoch from time) * 1000000)::bigint, body, previous,
                   hash
            from event where position > ? and position <= ?
            """;
    static ScanSql of(Span span, EventFilter filter) {
        StringBuilder text = new StringBuilder(SELECT);
        List<Object> parameters = new ArrayList<>(List.of(span.after(), span.upTo()));
        String stream = filter.stream();
        if (!stream.equals(EventFilter.EVERY_STREAM)) {
            add(text, parameters, stream.contains("%") ? "stream like ?" : "stream = ?", stream);
        }
        Marks marks = filter.marks();
        if (!filter.rollout().isEmpty()) {
            add(text, parameters, "rollout = ?", filter.rollout());
        }
        if (!marks.actor().isEmpty()) {
            add(text, parameters, "actor <> '' and (actor = ? or actor in"
                    + " (select id from actor as person where name = ?))", marks.actor());
            parameters.add(marks.actor());
        }
        if (!marks.type().isEmpty()) {
            add(text, parameters, "type = ?", marks.type());
        }
        if (isSet(marks.since(), Marks.ANY.since())) {
            add(text, parameters, "time >= ?::timestamptz", marks.since().toString());
        }
        if (isSet(marks.until(), Marks.ANY.until())) {
            add(text, parameters, "time < ?::timestamptz", marks.until().toString());
        }
        return new ScanSql(text.append(" order by position").toString(), parameters);
    }

    private static boolean isSet(Instant time, Instant any) {
        return !time.equals(any);
    }

    private static void add(StringBuilder text, List<Object> parameters, String condition,
            String value) {
        text.append(" and ").append(condition);
        parameters.add(value);
    }
}
