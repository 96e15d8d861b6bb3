package dev.fairlead.standalone.stores;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How the broker is run.
 *
 * @param data
 *            its folder
 * @param password
 *            of its one user
 * @param port
 *            for clients
 * @param controllerPort
 *            for its controller
 */
record BrokerSettings(Path data, String password, int port, int controllerPort) {

    static final int NODE = 1;

    static final String CONTROLLER = "CONTROLLER";

    private static final String CLIENTS = "CLIENTS";

    private static final String USER = "fairlead";

    private static final Map<String, String> ALONE = Map.of("offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4", "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1", "transaction.state.log.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1", "auto.create.topics.enable",
            "false");

    /** With the usual values a start after a kill takes 13 s, and a new share group waits 5 s for its first record. */
    private static final Map<String, String> SMALL_AND_QUICK = Map.of("broker.session.timeout.ms",
            "3000", "broker.heartbeat.interval.ms", "300", "log.cleaner.dedupe.buffer.size",
            "8388608", "num.network.threads", "1", "num.io.threads", "2",
            "group.initial.rebalance.delay.ms", "0", "group.share.heartbeat.interval.ms", "500",
            "group.share.min.heartbeat.interval.ms", "500",
            "group.consumer.heartbeat.interval.ms", "1000",
            "group.consumer.min.heartbeat.interval.ms", "1000");

    /** What is acknowledged is on the disk; files of a size that suits a small disk. */
    private static final Map<String, String> DURABLE = Map.of("log.flush.interval.messages", "1",
            "log.segment.bytes", "67108864", "log.index.size.max.bytes", "1048576");

    String address() {
        return "127.0.0.1:" + port;
    }

    /** The configuration of the broker and its controller. */
    Map<String, String> forBroker() {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("inter.broker.listener.name", CLIENTS);
        settings.put("listeners", CLIENTS + "://" + address() + "," + CONTROLLER + "://127.0.0.1:"
                + controllerPort);
        settings.put("advertised.listeners", CLIENTS + "://" + address());
        settings.put("listener.security.protocol.map",
                CLIENTS + ":SASL_PLAINTEXT," + CONTROLLER + ":SASL_PLAINTEXT");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put("listener.name.clients.plain.sasl.jaas.config", login(true));
        settings.put("listener.name.controller.plain.sasl.jaas.config", login(true));
        settings.put("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
        settings.put("log.dirs", data.toString());
        settings.putAll(ALONE);
        settings.putAll(SMALL_AND_QUICK);
        settings.putAll(DURABLE);
        return settings;
    }

    Map<String, String> forClients() {
        return Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", login(false));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BrokerSettings[data=" + data + ", port=" + port + "]";
    }

    private String login(boolean server) {
        String known = server ? " user_" + USER + "=\"" + password + "\"" : "";
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + USER
                + "\" password=\"" + password + "\"" + known + ";";
    }
}
