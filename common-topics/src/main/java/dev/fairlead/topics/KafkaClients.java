package dev.fairlead.topics;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes Kafka clients. All of them may be made while Kafka is away, unless its name cannot be
 * resolved; then a {@link org.apache.kafka.common.KafkaException} says so and the caller tries
 * again later.
 */
public final class KafkaClients {

    /** A send is given up after this, in ms. */
    public static final int DELIVERY_TIMEOUT_MS = 10_000;
    /** One question to a broker, in ms. */
    static final int REQUEST_TIMEOUT_MS = 5_000;
    /** How long a send may wait for the topic's metadata, in ms. */
    static final int MAX_BLOCK_MS = 5_000;
    /** A dead member of a group is noticed after this, in ms. */
    static final int SESSION_TIMEOUT_MS = 6_000;
    /** A new topic is noticed after this, in ms. */
    static final int METADATA_AGE_MS = 5_000;
    /** Records of one poll. */
    static final int MAX_POLL_RECORDS = 500;
    /** The longest pause before a lost broker is asked again, in ms. */
    static final int RECONNECT_MAX_MS = 1_000;

    private final KafkaSettings settings;
    private final String service;

    /**
     * @param service
     *            names the clients to the brokers, such as {@code router}
     */
    public KafkaClients(KafkaSettings settings, String service) {
        this.settings = settings;
        this.service = service;
    }

    public KafkaSettings settings() {
        return settings;
    }

    public String service() {
        return service;
    }

    /** For orders, reports and observations: idempotent, all copies, nothing waited for. */
    public Producer<String, byte[]> producer() {
        Map<String, Object> config = common("producer");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicSpec.MAX_MESSAGE_BYTES);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** For a member of a group that commits what is done. */
    public Consumer<String, byte[]> groupConsumer(String group) {
        Map<String, Object> config = consuming(group);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_TIMEOUT_MS / 4);
        if (!settings.instance().isEmpty()) {
            config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + settings.instance());
        }
        return consumer(config);
    }

    /**
     * For a reader that assigns itself partitions and keeps the offsets elsewhere: an offset that
     * is out of range is an error, not a jump.
     *
     * @param group
     *            only to show lag to tools
     */
    public Consumer<String, byte[]> assignedConsumer(String group) {
        Map<String, Object> config = consuming(group);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return consumer(config);
    }

    /**
     * For a worker of a share group: one record at a time, for what it has taken, no other can do;
     * each is acknowledged by itself.
     */
    public ShareConsumer<String, byte[]> shareConsumer(String group) {
        Map<String, Object> config = common("share");
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        config.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        config.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        return new KafkaShareConsumer<>(config, new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    public Admin admin() {
        Map<String, Object> config = common("admin");
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        return Admin.create(config);
    }

    private static Consumer<String, byte[]> consumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> consuming(String use) {
        Map<String, Object> config = common(use);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return config;
    }

    private Map<String, Object> common(String use) {
        Map<String, Object> config = new HashMap<>(settings.properties());
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, service + "-" + use);
        config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        config.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MS);
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MAX_MS);
        return config;
    }
}
