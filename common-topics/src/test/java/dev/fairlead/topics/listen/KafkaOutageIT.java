package dev.fairlead.topics.listen;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.observation.Observation;
import dev.fairlead.topics.KafkaContact;
import dev.fairlead.topics.TopicCreation;
import dev.fairlead.topics.TopicPlan;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.publish.ProducerLine;
import dev.fairlead.topics.testkafka.TestKafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class KafkaOutageIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void parts_may_start_before_kafka_and_live_through_its_absence() throws Exception {
        try (var kafka = new TestKafka()) {
            var clients = kafka.clients("test");
            Queue<String> ordered = new ConcurrentLinkedQueue<>();
            Queue<String> shared = new ConcurrentLinkedQueue<>();
            try (var line = new ProducerLine(clients); var contact = new KafkaContact(clients)) {
                var dead = new DeadLetters(line, "test");
                var listening = new OrderedListening<>(clients,
                        Subscription.<Observation>byKey("g", Topics.observation("eu-1")),
                        Talk.READER, word -> ordered.add(word.word().life().uid()), dead);
                var sharing = new SharedListening<>(clients,
                        new SharedListening.SharedWork<Observation>(Topics.analysisOrder("p"), "s",
                                1, word -> shared.add(word.word().life().uid())),
                        Talk.READER, dead);
                listening.start();
                sharing.start();
                assertThat(contact.waitingFor()).hasValueSatisfying(
                        what -> assertThat(what).startsWith("kafka at " + kafka.address()));
                assertThat(listening.waitingFor()).isPresent();
                assertThat(sharing.waitingFor()).isPresent();

                kafka.start();
                new TopicCreation(clients).ensure(TopicPlan.ofCluster("eu-1"));
                new TopicCreation(clients).ensure(TopicPlan.ofPool("p"));
                var observed = new Talk(Topics.observation("eu-1"), line);
                var ordering = new Talk(Topics.analysisOrder("p"), line);
                observed.say("a", "1");
                ordering.say("a", "1");
                await().atMost(LONG).until(() -> ordered.contains("1") && shared.contains("1"));
                await().atMost(LONG).until(() -> contact.waitingFor().isEmpty());

                kafka.stop();
                await().atMost(LONG).until(() -> contact.waitingFor().isPresent());
                await().atMost(LONG).pollDelay(Duration.ofSeconds(20)).until(() -> true);
                kafka.start();
                observed.say("a", "2");
                ordering.say("a", "2");
                await().atMost(LONG).until(() -> ordered.contains("2") && shared.contains("2"));
                assertThat(ordered).containsOnlyOnce("2");
                listening.stop();
                sharing.stop();
            }
        }
    }
}
