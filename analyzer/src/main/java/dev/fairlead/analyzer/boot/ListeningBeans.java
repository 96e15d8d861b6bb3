package dev.fairlead.analyzer.boot;

import java.time.Clock;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.fairlead.analyzer.intake.AnalysisIntake;
import dev.fairlead.analyzer.intake.HookIntake;
import dev.fairlead.analyzer.publish.Reports;
import dev.fairlead.analyzer.work.AnalysisWork;
import dev.fairlead.analyzer.work.GateWatch;
import dev.fairlead.analyzer.work.HookWork;
import dev.fairlead.analyzer.work.Meters;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.KafkaContact;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.WaitingHealth;
import dev.fairlead.topics.listen.DeadLetters;
import dev.fairlead.topics.listen.OrderedListening;
import dev.fairlead.topics.listen.SharedListening;
import dev.fairlead.topics.listen.SharedListening.SharedWork;
import dev.fairlead.topics.listen.Subscription;
import dev.fairlead.topics.listen.WordReader;
import dev.fairlead.topics.publish.Family;

/** What listens, and says what it waits for. */
@Configuration(proxyBeanMethods = false)
class ListeningBeans {

    private static final Logger LOG = LoggerFactory.getLogger(ListeningBeans.class);

    @Bean
    WordReader<Order> orderReader() {
        return new WordReader<>(Family.ORDER,
                new WordCodec<>(WordJson.tolerant(), Order.class, List.of()));
    }

    @Bean
    AnalysisIntake analysisIntake(AnalyzerSettings settings, AnalysisWork work, Reports reports,
            Meters meters) {
        return new AnalysisIntake(work, reports, meters, Clock.systemUTC(), worker(settings));
    }

    @Bean
    HookIntake hookIntake(AnalyzerSettings settings, HookWork work, GateWatch gates,
            Reports reports, Meters meters) {
        return new HookIntake(work, gates, reports, meters, Clock.systemUTC(), worker(settings));
    }

    @Bean
    SharedListening<Order> analysisListening(AnalyzerSettings settings, KafkaClients clients,
            WordReader<Order> reader, AnalysisIntake intake, DeadLetters deadLetters) {
        var shared = new SharedWork<>(Topics.analysisOrder(settings.pool()),
                Topics.analyzerGroup(settings.pool()), settings.workers(), intake);
        return new SharedListening<>(clients, shared, reader, deadLetters);
    }

    @Bean
    OrderedListening<Order> hookListening(AnalyzerSettings settings, KafkaClients clients,
            WordReader<Order> reader, HookIntake intake, DeadLetters deadLetters) {
        var subscription = new Subscription<Order>(List.of(Topics.hookOrder(settings.pool())),
                Topics.hookGroup(settings.pool()), HookIntake::lane, Subscription.IN_FLIGHT);
        return new OrderedListening<>(clients, subscription, reader, intake, deadLetters);
    }

    @Bean
    WaitingHealth waiting(KafkaContact kafka, SharedListening<Order> analyses,
            OrderedListening<Order> hooks) {
        return new WaitingHealth(List.of(kafka, analyses, hooks));
    }

    private static String worker(AnalyzerSettings settings) {
        if (!settings.worker().isEmpty()) {
            return settings.worker();
        }
        try {
            return java.net.InetAddress.getLocalHost().getHostName();
        } catch (java.net.UnknownHostException e) {
            LOG.debug("host has no name", e);
            return "analyzer";
        }
    }
}
