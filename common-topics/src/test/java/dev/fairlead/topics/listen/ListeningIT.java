package dev.fairlead.topics.listen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.fairlead.events.observation.Observation;
import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.KafkaTrouble;
import dev.fairlead.topics.ShareGroups;
import dev.fairlead.topics.TopicCreation;
import dev.fairlead.topics.TopicPlan;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.publish.ProducerLine;
import dev.fairlead.topics.testkafka.TestKafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ListeningIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static TestKafka kafka;
    private static KafkaClients clients;
    private static ProducerLine line;
    private static DeadLetters dead;

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() {
        kafka = TestKafka.started();
        clients = kafka.clients("test");
        line = new ProducerLine(clients);
        dead = new DeadLetters(line, "test");
    }

    @AfterAll
    static void stop() throws Exception {
        line.close();
        kafka.close();
    }

    @Test
    void topics_are_made_once_and_keep_their_ids() {
        var creation = new TopicCreation(clients);
        var ids = creation.ensure(TopicPlan.ofCluster("twice"));
        assertThat(creation.ensure(TopicPlan.ofCluster("twice"))).isEqualTo(ids).hasSize(8);
    }

    @Test
    void one_hanging_target_holds_no_other_and_what_is_done_does_not_come_again() throws Exception {
        var talk = talk("hang");
        var release = new CountDownLatch(1);
        var listening = listening("hang", word -> {
            if (word.word().target().name().equals("stuck")) {
                hang(release);
            }
            heard.add(word.word().life().uid());
        });
        talk.say("stuck", "s1");
        talk.say("free", "f1");
        talk.say("free", "f2");
        await().atMost(SOON).untilAsserted(() -> assertThat(heard).containsExactly("f1", "f2"));
        release.countDown();
        await().atMost(SOON).until(() -> heard.contains("s1"));
        listening.stop();
        heard.clear();

        talk.say("free", "f3");
        var again = listening("hang", word -> heard.add(word.word().life().uid()));
        await().atMost(SOON).until(() -> heard.contains("f3"));
        again.stop();
        assertThat(heard).containsExactly("f3");
    }

    @Test
    void what_cannot_be_understood_is_parked_once_and_its_neighbours_go_on() throws Exception {
        var talk = talk("poison");
        var listening = listening("poison", word -> {
            if (word.word().life().uid().equals("bug")) {
                throw new IllegalStateException("a bug");
            }
            heard.add(word.word().life().uid());
        });
        talk.say("a", "a1");
        talk.sayUnknown("a");
        talk.sayUnreadable("a");
        talk.say("a", "bug");
        talk.say("a", "a2");
        await().atMost(SOON).untilAsserted(() -> assertThat(heard).containsExactly("a1", "a2"));
        var letters = read(Topics.dead(Topics.observation("poison")), 3);
        listening.stop();
        assertThat(letters).extracting(letter -> reason(letter))
                .anySatisfy(reason -> assertThat(reason).startsWith("unknown: Expected one of")
                        .contains("TargetTeleported"))
                .anySatisfy(reason -> assertThat(reason).startsWith("unreadable: "))
                .anySatisfy(reason -> assertThat(reason).startsWith("failed: ").contains("a bug"));
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.key()).isEqualTo("eu-1/prod/a");
            assertThat(Talk.headers(letter.headers())).containsKeys("ce_id", "ce_type",
                    DeadLetters.PLACE).containsEntry(DeadLetters.BY, "test");
        });
    }

    @Test
    void work_is_shared_and_what_nobody_understands_is_parked_once() throws Exception {
        var topic = Topics.analysisOrder("shared");
        new TopicCreation(clients).ensure(TopicPlan.ofPool("shared"));
        var talk = new Talk(topic, line);
        var first = new ConcurrentLinkedQueue<String>();
        var second = new ConcurrentLinkedQueue<String>();
        var one = sharing(topic, word -> first.add(word.word().life().uid()));
        var two = sharing(topic, word -> second.add(word.word().life().uid()));
        talk.sayUnknown("a");
        for (int i = 0; i < 40; i++) {
            talk.say("t" + i, "w" + i);
        }
        await().atMost(SOON).until(() -> first.size() + second.size() >= 40);
        var letters = read(Topics.dead(topic), 1);
        one.stop();
        two.stop();
        assertThat(letters).hasSize(1);
        assertThat(first).doesNotContainAnyElementsOf(second);
        assertThat(first.size() + second.size()).isEqualTo(40);
        assertThat(first).isNotEmpty();
        assertThat(second).isNotEmpty();
    }

    @Test
    void shared_work_that_cannot_be_reported_goes_to_another_at_once() throws Exception {
        var topic = Topics.analysisOrder("again");
        new TopicCreation(clients).ensure(TopicPlan.ofPool("again"));
        var failures = new java.util.concurrent.atomic.AtomicInteger();
        var sharing = sharing(topic, word -> {
            if (failures.incrementAndGet() == 1) {
                throw new KafkaTrouble("no report", null);
            }
            heard.add(word.word().life().uid());
        });
        new Talk(topic, line).say("a", "w1");
        await().atMost(Duration.ofSeconds(15)).until(() -> heard.contains("w1"));
        sharing.stop();
        assertThat(heard).containsExactly("w1");
    }

    @Test
    void what_nobody_finishes_is_parked_at_its_last_delivery() throws Exception {
        var topic = Topics.analysisOrder("poisoned");
        new TopicCreation(clients).ensure(TopicPlan.ofPool("poisoned"));
        var sharing = sharing(topic, word -> {
            heard.add(word.word().life().uid());
            throw new KafkaTrouble("never", null);
        });
        new Talk(topic, line).say("a", "w1");
        var letters = read(Topics.dead(topic), 1);
        sharing.stop();
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().key()).isEqualTo("eu-1/prod/a");
        assertThat(reason(letters.getFirst()))
                .isEqualTo("given up: delivered 5 times and not done");
        assertThat(heard).hasSize(ShareGroups.DELIVERY_LIMIT - 1);
    }

    private static Talk talk(String cluster) {
        new TopicCreation(clients).ensure(TopicPlan.ofCluster(cluster));
        return new Talk(Topics.observation(cluster), line);
    }

    private static OrderedListening<Observation> listening(String cluster,
            Listener<Observation> listener) {
        var listening = new OrderedListening<>(clients,
                Subscription.<Observation>byKey("group-" + cluster, Topics.observation(cluster)),
                Talk.READER, listener, dead);
        listening.start();
        return listening;
    }

    private static SharedListening<Observation> sharing(String topic,
            Listener<Observation> listener) {
        var sharing = new SharedListening<>(clients,
                new SharedListening.SharedWork<>(topic, "share-of-" + topic, 2, listener),
                Talk.READER,
                dead);
        sharing.start();
        await().atMost(SOON).until(() -> sharing.waitingFor().isEmpty());
        return sharing;
    }

    private static void hang(CountDownLatch release) {
        try {
            if (!release.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never released");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads until {@code count} came and a moment longer, to see whether more follow. */
    private static List<ConsumerRecord<String, byte[]>> read(String topic, int count) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = clients.groupConsumer("reader-" + topic)) {
            consumer.subscribe(List.of(topic));
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= count;
            });
            consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
        }
        return records;
    }

    private static String reason(ConsumerRecord<String, byte[]> letter) {
        return Talk.headers(letter.headers()).get(DeadLetters.REASON);
    }
}
