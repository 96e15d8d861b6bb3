package dev.fairlead.router.boot;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.fairlead.clusters.Cluster;
import dev.fairlead.clusters.Clusters;
import dev.fairlead.clusters.ClustersHealth;
import dev.fairlead.clusters.ClustersSettings;
import dev.fairlead.events.observation.Heartbeat;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.report.Report;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.router.intake.ChangeIntake;
import dev.fairlead.router.publish.Heartbeats;
import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.KafkaContact;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.WaitingHealth;
import dev.fairlead.topics.boot.TopicsConfiguration.ServiceName;
import dev.fairlead.topics.listen.DeadLetters;
import dev.fairlead.topics.listen.OrderedListening;
import dev.fairlead.topics.listen.Subscription;
import dev.fairlead.topics.listen.WordReader;
import dev.fairlead.topics.publish.Family;
import dev.fairlead.topics.publish.ProducerLine;
import dev.fairlead.topics.publish.WordPublisher;

@Configuration(proxyBeanMethods = false)
class RouterBeans {

    /** Many, for orders that can wait must not keep a rollback behind them from being taken. */
    private static final int ORDERS_TAKEN = 3 * Subscription.IN_FLIGHT;

    private static final Logger LOG = LoggerFactory.getLogger(RouterBeans.class);

    private static final String SERVICE = "router";

    @Bean
    ServiceName serviceName() {
        return new ServiceName(SERVICE);
    }

    @Bean(destroyMethod = "close")
    Clusters clusters(ClustersSettings settings) {
        if (settings.clusters().isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected at least one cluster in fairlead.clusters, but got none");
        }
        return Clusters.of(settings, "fairlead-router");
    }

    @Bean
    ClusterRouter clusterRouter(RouterSettings settings, MeterRegistry meters) {
        return new ClusterRouter(settings, worker(settings), meters);
    }

    @Bean
    Listenings listenings(Clusters clusters, ClusterRouter routers, KafkaClients kafka,
            ProducerLine line, DeadLetters deadLetters) {
        var reports = new WordPublisher<>(Family.REPORT,
                new WordCodec<>(WordJson.tolerant(), Report.class, List.of()), line);
        var reader = new WordReader<>(Family.ORDER,
                new WordCodec<>(WordJson.tolerant(), Order.class, List.of()));
        return new Listenings(clusters.all()
                .stream()
                .map(cluster -> new OrderedListening<>(kafka,
                        subscription(cluster), reader, routers.intake(cluster, reports),
                        deadLetters))
                .toList());
    }

    @Bean
    Heartbeats heartbeats(Clusters clusters, ProducerLine line) {
        var publisher = new WordPublisher<>(Family.HEARTBEAT,
                new WordCodec<>(WordJson.tolerant(), Heartbeat.class, List.of()), line);
        return new Heartbeats(clusters.all().stream().map(Cluster::name).toList(),
                UUID.randomUUID().toString(), publisher, Clock.systemUTC());
    }

    @Bean
    WaitingHealth waiting(KafkaContact kafka, Listenings listenings) {
        return new WaitingHealth(List.of(kafka, listenings));
    }

    @Bean("apiServers")
    ClustersHealth clustersHealth(Clusters clusters) {
        return new ClustersHealth(clusters);
    }

    private static Subscription<Order> subscription(Cluster cluster) {
        return new Subscription<>(List.of(Topics.changeOrder(cluster.name())),
                Topics.routerGroup(cluster.name()), ChangeIntake::lane, ORDERS_TAKEN);
    }

    private static String worker(RouterSettings settings) {
        if (!settings.worker().isEmpty()) {
            return settings.worker();
        }
        try {
            return SERVICE + "@" + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            LOG.debug("host has no name", e);
            return SERVICE;
        }
    }
}
