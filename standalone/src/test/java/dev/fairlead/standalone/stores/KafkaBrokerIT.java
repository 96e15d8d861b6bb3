package dev.fairlead.standalone.stores;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KafkaBrokerIT {

    private static final String TOPIC = "kept";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void records_and_topics_are_there_after_a_restart_on_other_ports() throws Exception {
        Path folder = directory.resolve("kafka");
        Files.createDirectories(folder.resolve("data.new/cut-off"));
        try (KafkaBroker first = KafkaBroker.start(folder)) {
            try (Admin admin = Admin.create(config(first))) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
            try (var producer = new KafkaProducer<>(config(first), new StringSerializer(),
                    new StringSerializer())) {
                producer.send(new ProducerRecord<>(TOPIC, "key", "value"))
                        .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        }
        try (KafkaBroker second = KafkaBroker.start(folder);
                var consumer = new KafkaConsumer<>(config(second), new StringDeserializer(),
                        new StringDeserializer())) {
            var partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(LIMIT)).extracting(found -> found.value())
                    .containsExactly("value");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() {
        try (KafkaBroker broker = KafkaBroker.start(directory.resolve("kafka"));
                Admin stranger = Admin.create(Map.of("bootstrap.servers",
                        broker.bootstrapServers(), "default.api.timeout.ms", "3000",
                        "request.timeout.ms", "2000"))) {
            assertThatThrownBy(() -> stranger.listTopics()
                    .names()
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(Exception.class);
            assertThat(new BrokerSettings(directory, "geheim", 1, 2).toString())
                    .doesNotContain("geheim");
        }
    }

    private static Map<String, Object> config(KafkaBroker broker) {
        Map<String, Object> config = new HashMap<>(broker.clientProperties());
        config.put("bootstrap.servers", broker.bootstrapServers());
        return config;
    }
}
