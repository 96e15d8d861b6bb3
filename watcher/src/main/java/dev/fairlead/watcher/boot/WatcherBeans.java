package dev.fairlead.watcher.boot;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.fairlead.clusters.Cluster;
import dev.fairlead.clusters.Clusters;
import dev.fairlead.clusters.ClustersSettings;
import dev.fairlead.clusters.FingerprintKeys;
import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.KafkaContact;
import dev.fairlead.topics.WaitingHealth;
import dev.fairlead.topics.Waits;
import dev.fairlead.topics.boot.TopicsConfiguration.ServiceName;
import dev.fairlead.topics.listen.DeadLetters;
import dev.fairlead.topics.publish.ProducerLine;
import dev.fairlead.watcher.publish.KafkaVoice;
import dev.fairlead.watcher.publish.RestateListening;
import dev.fairlead.watcher.watch.ClusterWatch;
import dev.fairlead.watcher.watch.PlainClients;

@Configuration(proxyBeanMethods = false)
class WatcherBeans {

    @Bean
    ServiceName serviceName() {
        return new ServiceName("watcher");
    }

    @Bean(destroyMethod = "close")
    Clusters clusters(ClustersSettings settings) {
        if (settings.clusters().isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected fairlead.clusters[0].name, but got no cluster to watch");
        }
        return Clusters.of(settings, "fairlead-watcher");
    }

    @Bean
    Watches watches(WatcherSettings settings, Clusters clusters, ProducerLine line,
            MeterRegistry meters) {
        String instance = UUID.randomUUID().toString();
        FingerprintKeys keys = new FingerprintKeys();
        List<ClusterWatch> watches = new ArrayList<>();
        for (Cluster cluster : clusters.all()) {
            var voice = new KafkaVoice(cluster.name(), instance, InstantSource.system(), line);
            watches.add(new ClusterWatch(scope(cluster, settings), settings.detection(),
                    clusters.another(cluster, PlainClients::habits), () -> keys.of(cluster),
                    new CountedVoice(voice, cluster.name(), meters)));
        }
        return new Watches(watches);
    }

    @Bean
    RestateListening restateListening(Watches watches, KafkaClients clients,
            DeadLetters deadLetters) {
        return new RestateListening(watches.all()
                .stream()
                .map(watch -> RestateListening.of(watch.cluster(), clients, deadLetters,
                        asked -> watch.restate(asked.targets())))
                .toList());
    }

    @Bean
    WaitingHealth waiting(KafkaContact kafka, Watches watches, RestateListening listening) {
        return new WaitingHealth(List.<Waits>of(kafka, watches, listening));
    }

    private static ClusterWatch.Scope scope(Cluster cluster, WatcherSettings settings) {
        return new ClusterWatch.Scope(cluster.name(), settings.namespace());
    }
}
