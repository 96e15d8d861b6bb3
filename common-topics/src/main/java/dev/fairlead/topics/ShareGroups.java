package dev.fairlead.topics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets what a share group needs before its first member joins. Needs brokers from 4.2. */
public final class ShareGroups {

    /** A hung worker's record is given to another after this; shared work must be shorter. */
    public static final int RECORD_LOCK_MS = 30_000;
    /**
     * A record that no worker finishes is given up at this delivery, the last that brokers make.
     * We park it ourselves: brokers' own dead letters are off in their defaults and must be named
     * {@code dlq.…}.
     */
    public static final int DELIVERY_LIMIT = 5;
    /** Time for an answer, in ms. */
    static final int ANSWER_MS = 10_000;
    /** With the brokers' own 5 s a new group's first record takes as long. */
    static final int HEARTBEAT_MS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(ShareGroups.class);

    private final KafkaClients clients;

    public ShareGroups(KafkaClients clients) {
        this.clients = clients;
    }

    /**
     * @throws KafkaTrouble
     *             when Kafka does not answer or refuses; the call may be repeated
     */
    public void configure(String group) {
        try (Admin admin = clients.admin()) {
            set(admin, group, Map.of("share.auto.offset.reset", "earliest",
                    "share.record.lock.duration.ms", Integer.toString(RECORD_LOCK_MS)));
            wish(admin, group, Map.of("share.delivery.count.limit",
                    Integer.toString(DELIVERY_LIMIT)));
            wish(admin, group,
                    Map.of("share.heartbeat.interval.ms", Integer.toString(HEARTBEAT_MS)));
        } catch (org.apache.kafka.common.KafkaException e) {
            throw new KafkaTrouble("Share group " + group + " cannot be set: " + e.getMessage(),
                    e);
        }
    }

    private static void wish(Admin admin, String group, Map<String, String> settings) {
        try {
            set(admin, group, settings);
        } catch (org.apache.kafka.common.errors.ApiException e) {
            LOG.info("broker keeps its own group={} setting={} reason=\"{}\"", group, settings,
                    e.getMessage());
        }
    }

    private static void set(Admin admin, String group, Map<String, String> settings) {
        var resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        List<AlterConfigOp> changes = settings.entrySet()
                .stream()
                .map(entry -> new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()),
                        AlterConfigOp.OpType.SET))
                .toList();
        try {
            admin.incrementalAlterConfigs(Map.of(resource, changes))
                    .all()
                    .get(ANSWER_MS,
                            TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof org.apache.kafka.common.KafkaException cause) {
                throw cause;
            }
            throw new KafkaTrouble("Kafka gave no answer: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new KafkaTrouble("Kafka gave no answer within " + ANSWER_MS + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaTrouble("Interrupted while waiting for Kafka", e);
        }
    }
}
