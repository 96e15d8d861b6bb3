package dev.fairlead.orchestrator.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.Heartbeat;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.orchestrator.eventlog.ReadOffset;
import dev.fairlead.orchestrator.loop.Fleet;
import dev.fairlead.orchestrator.loop.Heard;
import dev.fairlead.orchestrator.loop.Intake.End;
import dev.fairlead.orchestrator.testlog.Claims;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.publish.Family;
import dev.fairlead.topics.publish.Origin;
import dev.fairlead.topics.publish.ProducerLine;
import dev.fairlead.topics.publish.WordPublisher;
import dev.fairlead.topics.testkafka.TestKafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Reading real topics. */
class KafkaIntakeIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static TestKafka kafka;
    private String cluster;
    private String topic;
    private KafkaIntake intake;
    private ProducerLine line;

    @BeforeAll
    static void start() {
        kafka = TestKafka.started();
    }

    @AfterAll
    static void stop() throws Exception {
        kafka.close();
    }

    @BeforeEach
    void newCluster() {
        cluster = "c" + UUID.randomUUID().toString().substring(0, 8);
        topic = Topics.observation(cluster);
        line = new ProducerLine(kafka.clients("test"));
        intake = open(List.of());
    }

    @AfterEach
    void end() {
        intake.shutDown();
        line.close();
    }

    @Test
    void what_was_said_is_heard_in_order_and_reading_goes_on_where_it_was_stored() {
        say(Claims.definition(shop(), "uid", 1, 1));
        say(Claims.revision(shop(), "uid", 2, "v1"));
        assertThat(hear(2)).allMatch(Heard.Observed.class::isInstance)
                .extracting(heard -> heard.letter().offset())
                .containsExactly(0L, 1L);
        List<ReadOffset> stored = intake.positions();
        intake.shutDown();
        say(Claims.revision(shop(), "uid", 3, "v2"));

        intake = open(stored);
        assertThat(hear(1)).extracting(heard -> heard.letter().offset()).containsExactly(2L);
        assertThat(intake.gaps()).isEmpty();
    }

    @Test
    void a_cluster_may_not_speak_for_another() {
        TargetKey foreign = new TargetKey("other", "prod", "shop");
        say(topic, foreign.toString(), Claims.definition(foreign, "uid", 1, 1));
        say(topic, "other/prod/shop", Claims.definition(shop(), "uid", 1, 1));
        line.send(new ProducerRecord<>(topic, "key", new byte[]{1})).join();

        assertThat(hear(3)).allMatch(Heard.Strange.class::isInstance)
                .extracting(heard -> ((Heard.Strange) heard).reason())
                .satisfiesExactly(
                        one -> assertThat(one).contains("may speak on", "other"),
                        two -> assertThat(two).contains("Expected the key " + shop()),
                        three -> assertThat(three).contains("Expected"));
    }

    @Test
    void heartbeats_are_told_apart() {
        new WordPublisher<>(Family.HEARTBEAT,
                new WordCodec<>(WordJson.tolerant(), Heartbeat.class, List.of()), line)
                .publish(topic, cluster,
                        new Heartbeat(cluster, "watcher", "w", Instant.now(), List.of("Service")),
                        origin())
                .join();

        assertThat(hear(1).getFirst()).isInstanceOfSatisfying(Heard.Beat.class,
                beat -> assertThat(beat.heartbeat().blind()).containsExactly("Service"));
    }

    @Test
    void the_ends_are_those_of_the_cluster_and_its_pool() {
        say(Claims.definition(shop(), "uid", 1, 1));

        assertThat(intake.ends(cluster).join()).containsExactlyInAnyOrder(
                new End(topic, 0, true, 1), new End(Topics.report(cluster), 0, false, 0),
                new End(Topics.report("default"), 0, false, 0));
    }

    @Test
    void an_offset_that_is_gone_means_the_beginning_and_a_restatement() throws Exception {
        for (int i = 1; i <= 5; i++) {
            say(Claims.revision(shop(), "uid", i, "v" + i));
        }
        hear(2);
        List<ReadOffset> stored = intake.positions()
                .stream()
                .map(offset -> new ReadOffset(offset.topic(), offset.topicId(),
                        offset.partition(), offset.topic().equals(topic) ? 1 : 0))
                .toList();
        intake.shutDown();
        try (var admin = kafka.clients("test").admin()) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0),
                    RecordsToDelete.beforeOffset(3))).all().get();
        }

        intake = open(stored);
        assertThat(hear(2)).extracting(heard -> heard.letter().offset()).containsExactly(3L, 4L);
        assertThat(intake.gaps()).isEqualTo(Set.of(cluster));
    }

    @Test
    void a_topic_made_anew_is_read_from_its_beginning_and_restated() throws Exception {
        say(Claims.revision(shop(), "uid", 1, "v1"));
        hear(1);
        List<ReadOffset> stored = intake.positions();
        intake.shutDown();
        try (var admin = kafka.clients("test").admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
        intake = open(stored);
        say(Claims.revision(shop(), "uid", 2, "v2"));

        assertThat(hear(1)).extracting(heard -> heard.letter().offset()).containsExactly(0L);
        assertThat(intake.gaps()).isEqualTo(Set.of(cluster));
    }

    private KafkaIntake open(List<ReadOffset> stored) {
        var opened = new KafkaIntake(kafka.clients("orchestrator"),
                new Fleet(Map.of(cluster, "default")));
        await().atMost(SOON).until(() -> opened.prepare().isEmpty());
        opened.open(stored);
        return opened;
    }

    private List<Heard> hear(int count) {
        List<Heard> heard = new ArrayList<>();
        await().atMost(SOON).until(() -> {
            heard.addAll(intake.poll(Duration.ofMillis(200)));
            return heard.size() >= count;
        });
        return heard;
    }

    private TargetKey shop() {
        return new TargetKey(cluster, "prod", "shop");
    }

    private void say(Observation observation) {
        say(topic, observation.target().toString(), observation);
    }

    private void say(String where, String key, Observation observation) {
        new WordPublisher<>(Family.OBSERVATION,
                new WordCodec<>(WordJson.tolerant(), Observation.class, List.of()), line)
                .publish(where, key, observation, origin())
                .join();
    }

    private static Origin origin() {
        return Origin.of(UUID.randomUUID().toString(), "/test", "", Instant.now());
    }
}
