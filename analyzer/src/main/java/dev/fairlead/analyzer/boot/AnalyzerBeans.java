package dev.fairlead.analyzer.boot;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.fairlead.analyzer.exchange.HttpExchanges;
import dev.fairlead.analyzer.hooks.HookCall;
import dev.fairlead.analyzer.hooks.KnownReferences;
import dev.fairlead.analyzer.metrics.Accesses;
import dev.fairlead.analyzer.metrics.MetricStore;
import dev.fairlead.analyzer.metrics.prometheus.PrometheusStore;
import dev.fairlead.analyzer.publish.Reports;
import dev.fairlead.analyzer.work.AnalysisWork;
import dev.fairlead.analyzer.work.GateWatch;
import dev.fairlead.analyzer.work.HookWork;
import dev.fairlead.analyzer.work.Meters;
import dev.fairlead.analyzer.work.Pause;
import dev.fairlead.clusters.Clusters;
import dev.fairlead.clusters.ClustersSettings;
import dev.fairlead.clusters.secrets.ClusterReferences;
import dev.fairlead.events.report.Report;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.boot.TopicsConfiguration.ServiceName;
import dev.fairlead.topics.publish.Family;
import dev.fairlead.topics.publish.ProducerLine;
import dev.fairlead.topics.publish.WordPublisher;

/** What measures. */
@Configuration(proxyBeanMethods = false)
class AnalyzerBeans {

    @Bean
    ServiceName serviceName() {
        return new ServiceName("analyzer");
    }

    @Bean(destroyMethod = "close")
    Clusters clusters(ClustersSettings settings) {
        return Clusters.of(settings, "fairlead-analyzer");
    }

    @Bean
    ClusterReferences references(Clusters clusters) {
        return new ClusterReferences(clusters);
    }

    @Bean(destroyMethod = "close")
    HttpExchanges storeExchanges() {
        return new HttpExchanges(MetricStore.MAX_ANSWER_BYTES);
    }

    @Bean(destroyMethod = "close")
    HttpExchanges hookExchanges() {
        return new HttpExchanges(HookCall.MAX_ANSWER_BYTES);
    }

    @Bean
    Meters meters(MeterRegistry registry) {
        return new Meters(registry);
    }

    @Bean(destroyMethod = "close")
    AnalysisWork analysisWork(HttpExchanges storeExchanges, ClusterReferences references,
            Meters meters) {
        var prometheus = new PrometheusStore(storeExchanges);
        return new AnalysisWork(Map.of(prometheus.type(), prometheus), new Accesses(references),
                meters, Clock.systemUTC());
    }

    @Bean
    HookWork hookWork(HttpExchanges hookExchanges, ClusterReferences references,
            AnalyzerSettings settings, Meters meters) {
        var known = new KnownReferences(references, settings.eventWebhook());
        return new HookWork(new HookCall(hookExchanges, known, Clock.systemUTC(), Pause::of),
                meters);
    }

    @Bean(destroyMethod = "close")
    GateWatch gateWatch(HookWork work, Meters meters) {
        return new GateWatch(work, Pause::of, System::nanoTime, meters);
    }

    @Bean
    Reports reports(AnalyzerSettings settings, ProducerLine line) {
        var codec = new WordCodec<>(WordJson.tolerant(), Report.class, List.of());
        return new Reports(new WordPublisher<>(Family.REPORT, codec, line),
                Topics.report(settings.pool()), Clock.systemUTC());
    }
}
