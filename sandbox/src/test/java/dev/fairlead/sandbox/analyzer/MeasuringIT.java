package dev.fairlead.sandbox.analyzer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.analyzer.exchange.HttpExchanges;
import dev.fairlead.analyzer.metrics.Accesses;
import dev.fairlead.analyzer.metrics.MetricStore;
import dev.fairlead.analyzer.metrics.prometheus.PrometheusStore;
import dev.fairlead.analyzer.work.AnalysisWork;
import dev.fairlead.analyzer.work.Meters;
import dev.fairlead.canary.query.BuiltInQueries;
import dev.fairlead.clusters.Clusters;
import dev.fairlead.clusters.ClustersSettings;
import dev.fairlead.clusters.secrets.ClusterReferences;
import dev.fairlead.events.Address;
import dev.fairlead.events.AnalysisId;
import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.OrderId;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.definition.MetricCheck.Kind;
import dev.fairlead.events.definition.MetricCheck.Range;
import dev.fairlead.events.definition.MetricSource;
import dev.fairlead.events.definition.Policies;
import dev.fairlead.events.definition.Policies.GateDefault;
import dev.fairlead.events.definition.Policies.Unanswered;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.order.RunAnalysis;
import dev.fairlead.events.order.RunAnalysis.QueryNames;
import dev.fairlead.events.report.CheckEvidence;
import dev.fairlead.events.report.CheckEvidence.Outcome;
import dev.fairlead.events.report.CheckEvidence.Verdict;
import dev.fairlead.sandbox.world.SharedWorld;
import dev.fairlead.sandbox.world.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The analyzer's work against a real Prometheus, and secrets on a real API server. */
class MeasuringIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Policies FAILED = new Policies(Unanswered.FAILED, Unanswered.FAILED,
            Duration.ofHours(24), GateDefault.REMIND);

    private final World world = SharedWorld.get();
    private final String namespace = SharedWorld.namespace();
    private final Exporter exporter = new Exporter(namespace);
    private final HttpExchanges exchanges = new HttpExchanges(MetricStore.MAX_ANSWER_BYTES);
    private final Clusters clusters = Clusters.of(new ClustersSettings(
            List.of(new ClustersSettings.Named("eu-1", world.controlPlane().kubeconfig().toString(),
                    "", "default", ""))),
            "fairlead-analyzer");
    private final AnalysisWork work = new AnalysisWork(
            Map.of("prometheus", new PrometheusStore(exchanges)),
            new Accesses(new ClusterReferences(clusters)), new Meters(new SimpleMeterRegistry()),
            Clock.systemUTC());

    @BeforeEach
    void scrape() {
        exporter.workload("good", 0);
        exporter.workload("bad", 100);
        exporter.workload("idle", -1);
        world.prometheus().targets().put(namespace, List.of(exporter.address()), Map.of());
    }

    @AfterEach
    void close() {
        world.prometheus().targets().remove(namespace);
        work.close();
        exchanges.close();
        clusters.close();
        exporter.close();
    }

    @Test
    void the_built_in_success_rate_tells_good_from_bad_from_idle_from_absent() {
        await().atMost(SOON)
                .until(() -> score("bad", successRate()).outcome() == Outcome.VALUE);
        CheckEvidence bad = score("bad", successRate());
        assertThat(Double.parseDouble(bad.value())).isBetween(89.9, 90.1);
        assertThat(bad.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(bad.halt()).isEqualTo(
                "Halt bad." + namespace + " advancement success rate 90.00% < 99%");

        CheckEvidence good = score("good", successRate());
        assertThat(good.value()).isEqualTo("100");
        assertThat(good.verdict()).isEqualTo(Verdict.PASS);
        assertThat(good.halt()).isEmpty();

        assertThat(score("idle", successRate()).outcome()).isEqualTo(Outcome.NOT_A_NUMBER);
        assertThat(score("absent", successRate()).outcome()).isEqualTo(Outcome.EMPTY);
    }

    @Test
    void what_prometheus_refuses_is_told_in_its_words() {
        CheckEvidence broken = score("good", check(Kind.INLINE, "sum(rate(", plain()));
        assertThat(broken.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(broken.error()).startsWith("error response: Status 400 Bad Request")
                .contains("parse error");
    }

    @Test
    void headers_and_token_of_a_template_are_read_in_its_cluster_at_use() {
        template();
        world.client()
                .resource(new SecretBuilder().withNewMetadata()
                        .withName("prom")
                        .withNamespace(namespace)
                        .endMetadata()
                        .addToStringData("token", "t0ken")
                        .build())
                .create();
        CheckEvidence measured = score("good", check(Kind.TEMPLATE, "up", guarded("prom")));
        assertThat(measured.value()).isEqualTo(Exporter.GUARDED_VALUE);
        assertThat(exporter.guardedCalls()).containsExactly("Bearer t0ken team-a");
    }

    @Test
    void a_secret_that_is_missing_is_named_in_the_event() {
        template();
        CheckEvidence unasked = score("good", check(Kind.TEMPLATE, "up", guarded("gone")));
        assertThat(unasked.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(unasked.halt()).startsWith("Metric template rate." + namespace
                + " secret gone error: Expected Secret/" + namespace + "/gone in cluster eu-1");
        assertThat(exporter.guardedCalls()).isEmpty();
    }

    private CheckEvidence score(String workload, MetricCheck check) {
        var target = new TargetKey("eu-1", namespace, workload);
        var fence = new Fence(1, 1);
        var rollout = RolloutId.of(target, 1);
        var head = new OrderHead(OrderId.of(target, fence, 0), target, new Life("uid"), rollout,
                fence, OrderHead.NEVER);
        return work.score(new RunAnalysis(head, AnalysisId.of(rollout, 1), 1,
                new QueryNames(workload, namespace, workload, workload, workload, workload),
                List.of(check), FAILED, Instant.EPOCH)).getFirst();
    }

    private MetricCheck successRate() {
        return check(Kind.SUCCESS_RATE,
                BuiltInQueries.template("istio", "request-success-rate"), plain());
    }

    private static MetricCheck check(Kind kind, String query, MetricSource source) {
        String name = kind == Kind.SUCCESS_RATE ? "request-success-rate" : "rate";
        return new MetricCheck(name, kind, source, query, "2s", new Range("99", ""), Map.of());
    }

    private MetricSource plain() {
        return new MetricSource("prometheus", "istio",
                Address.plain(world.prometheus().address().toString()), "", "", false);
    }

    private MetricSource guarded(String secret) {
        return new MetricSource("prometheus", "rate." + namespace,
                Address.plain("http://" + exporter.address()), namespace + "/rate", secret, false);
    }

    private void template() {
        world.client()
                .load(new java.io.ByteArrayInputStream("""
                apiVersion: flagger.app/v1beta1
                kind: MetricTemplate
                metadata: {name: rate}
                spec:
                  query: up
                  provider:
                    type: prometheus
                    address: http://%s
                    headers: {X-Scope-OrgID: [team-a]}
                """.formatted(exporter.address())
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .inNamespace(namespace)
                .create();
    }
}
