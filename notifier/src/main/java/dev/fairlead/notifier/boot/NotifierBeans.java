package dev.fairlead.notifier.boot;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.fairlead.clusters.Clusters;
import dev.fairlead.clusters.ClustersSettings;
import dev.fairlead.clusters.secrets.ClusterReferences;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.report.Report;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.notifier.channel.Channel;
import dev.fairlead.notifier.channel.Places;
import dev.fairlead.notifier.channel.Webhook;
import dev.fairlead.notifier.channel.discord.DiscordChannel;
import dev.fairlead.notifier.channel.gchat.GoogleChatChannel;
import dev.fairlead.notifier.channel.rocket.RocketChannel;
import dev.fairlead.notifier.channel.slack.SlackChannel;
import dev.fairlead.notifier.channel.teams.TeamsChannel;
import dev.fairlead.notifier.intake.NoticeIntake;
import dev.fairlead.notifier.publish.Reports;
import dev.fairlead.notifier.work.NoticeWork;
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
class NotifierBeans {

    private static final Logger LOG = LoggerFactory.getLogger(NotifierBeans.class);

    @Bean
    ServiceName serviceName() {
        return new ServiceName("notifier");
    }

    @Bean(destroyMethod = "close")
    Clusters clusters(ClustersSettings settings) {
        return Clusters.of(settings, "fairlead-notifier");
    }

    @Bean(destroyMethod = "close")
    Webhook webhook() {
        return new Webhook();
    }

    @Bean(destroyMethod = "close")
    NoticeWork noticeWork(NotifierSettings settings, Clusters clusters, Webhook webhook,
            MeterRegistry meters) {
        var sender = new NoticeWork.Sender(worker(settings), settings.clusterName(),
                DefaultChannel.of(settings));
        Map<String, Channel> channels = Stream
                .of(new SlackChannel(webhook), new TeamsChannel(webhook),
                        new DiscordChannel(webhook), new RocketChannel(webhook),
                        new GoogleChatChannel(webhook))
                .collect(Collectors.toMap(Channel::type, Function.identity()));
        return new NoticeWork(channels, new Places(new ClusterReferences(clusters)), sender, meters,
                Clock.systemUTC());
    }

    @Bean
    Reports reports(NotifierSettings settings, ProducerLine line) {
        var codec = new WordCodec<>(WordJson.tolerant(), Report.class, List.of());
        return new Reports(new WordPublisher<>(Family.REPORT, codec, line),
                Topics.report(settings.pool()), Clock.systemUTC());
    }

    @Bean
    OrderedListening<Order> noticeListening(NotifierSettings settings, KafkaClients clients,
            NoticeWork work, Reports reports, DeadLetters deadLetters) {
        var codec = new WordCodec<>(WordJson.tolerant(), Order.class, List.of());
        return new OrderedListening<>(clients,
                Subscription.byKey(Topics.notifierGroup(settings.pool()),
                        Topics.noticeOrder(settings.pool())),
                new WordReader<>(Family.ORDER, codec), new NoticeIntake(work, reports),
                deadLetters);
    }

    @Bean
    WaitingHealth waiting(KafkaContact kafka, OrderedListening<Order> listening) {
        return new WaitingHealth(List.of(kafka, listening));
    }

    private static String worker(NotifierSettings settings) {
        if (!settings.worker().isEmpty()) {
            return settings.worker();
        }
        try {
            return java.net.InetAddress.getLocalHost().getHostName();
        } catch (java.net.UnknownHostException e) {
            LOG.debug("host has no name", e);
            return "notifier";
        }
    }
}
