package dev.fairlead.orchestrator.intake;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.Heartbeat;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.report.Report;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.orchestrator.loop.Fleet;
import dev.fairlead.orchestrator.loop.Heard;
import dev.fairlead.orchestrator.loop.Heard.Letter;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.listen.Reading;
import dev.fairlead.topics.listen.WordReader;
import dev.fairlead.topics.publish.Family;

/**
 * Makes words of records. A word about a cluster that may not speak on the topic is refused: an
 * agent's rights end at its own topics, and so does what it can say.
 */
final class HeardRecords {

    private static final String TYPE = "ce_type";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._/-]{1,512}");
    private static final Pattern UNREADABLE = Pattern.compile("\\p{Cntrl}");

    private final Fleet fleet;
    private final WordReader<Observation> observations;
    private final WordReader<Heartbeat> heartbeats;
    private final WordReader<Report> reports;

    HeardRecords(Fleet fleet) {
        this.fleet = fleet;
        JsonMapper mapper = WordJson.tolerant();
        this.observations = new WordReader<>(Family.OBSERVATION,
                new WordCodec<>(mapper, Observation.class, List.of()));
        this.heartbeats = new WordReader<>(Family.HEARTBEAT,
                new WordCodec<>(mapper, Heartbeat.class, List.of()));
        this.reports = new WordReader<>(Family.REPORT,
                new WordCodec<>(mapper, Report.class, List.of()));
    }

    Heard read(ConsumerRecord<String, byte[]> record) {
        Letter letter = letter(record);
        if (Family.HEARTBEAT.has(letter.headers().getOrDefault(TYPE, ""))) {
            return word(heartbeats, record, letter, heard -> heartbeat(letter, heard));
        }
        return Family.OBSERVATION.has(letter.headers().getOrDefault(TYPE, ""))
                ? word(observations, record, letter,
                        heard -> admitted(letter, heard.word().target(),
                                heard.word().life(),
                                new Heard.Observed(letter, readable(heard.envelope().id()),
                                        heard.word())))
                : word(reports, record, letter,
                        heard -> admitted(letter, heard.word().order().target(),
                                heard.word().order().life(), new Heard.Reported(letter,
                                        readable(heard.envelope().id()), heard.word())));
    }

    private static <T> Heard word(WordReader<T> reader, ConsumerRecord<String, byte[]> record,
            Letter letter, Function<dev.fairlead.topics.listen.Heard<T>, Heard> use) {
        return switch (reader.read(record)) {
            case Reading.Understood<T>(var heard) -> use.apply(heard);
            case Reading.Strange<T>(_, String reason) -> new Heard.Strange(letter, reason);
        };
    }

    private Heard heartbeat(Letter letter, dev.fairlead.topics.listen.Heard<Heartbeat> heard) {
        return maySpeak(letter.topic(), heard.word().cluster())
                ? new Heard.Beat(letter, heard.word())
                : foreign(letter, heard.word().cluster());
    }

    private Heard admitted(Letter letter, TargetKey target, Life life, Heard word) {
        if (!maySpeak(letter.topic(), target.cluster())) {
            return foreign(letter, target.cluster());
        }
        String names = target + "/" + life;
        if (!NAME.matcher(names).matches()) {
            return new Heard.Strange(letter, "Expected names of letters, digits, '.', '-' and"
                    + " '_', but got \"" + readable(names) + "\"");
        }
        return letter.key().equals(target.toString())
                ? word
                : new Heard.Strange(letter, "Expected the key " + target + ", but got \""
                        + letter.key() + "\"");
    }

    private static Heard foreign(Letter letter, String cluster) {
        return new Heard.Strange(letter,
                "Expected a cluster that may speak on " + letter.topic() + ", but got \"" + cluster
                        + "\"");
    }

    private boolean maySpeak(String topic, String cluster) {
        String pool = fleet.poolOf(cluster).orElse("");
        return !pool.isEmpty() && (topic.equals(Topics.observation(cluster))
                || topic.equals(Topics.report(cluster)) || topic.equals(Topics.report(pool)));
    }

    private static Letter letter(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null
                    ? ""
                    : readable(new String(header.value(), StandardCharsets.UTF_8)));
        }
        return new Letter(record.topic(), record.partition(), record.offset(),
                record.key() == null ? "" : readable(record.key()), headers,
                record.value() == null ? new byte[0] : record.value());
    }

    /** Control characters have no place in names, logs and tables; the database refuses some. */
    private static String readable(String text) {
        return UNREADABLE.matcher(text).replaceAll("\uFFFD");
    }
}
