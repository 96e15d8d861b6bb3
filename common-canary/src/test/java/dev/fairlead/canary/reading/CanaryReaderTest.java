package dev.fairlead.canary.reading;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.fairlead.canary.Yaml;
import dev.fairlead.canary.model.Absence;
import dev.fairlead.canary.model.Canary;
import dev.fairlead.canary.model.CanarySpec;
import dev.fairlead.canary.model.CustomMetadata;
import dev.fairlead.canary.model.Drain;
import dev.fairlead.canary.model.GateTimeout;
import dev.fairlead.canary.model.HookType;
import dev.fairlead.canary.model.Provider;
import dev.fairlead.canary.model.Severity;
import dev.fairlead.canary.model.Strategy;
import dev.fairlead.canary.model.Threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CanaryReaderTest {

    private static final String SMALL = """
            metadata: {name: podinfo, namespace: test, uid: u1, generation: 3, resourceVersion: "17"}
            spec:
              targetRef: {apiVersion: apps/v1, kind: Deployment, name: backend}
              service: {port: 80}
              analysis: {interval: 100ms, threshold: 0, stepWeight: 10}
            """;

    @Test
    void what_is_absent_has_the_known_default() {
        Canary canary = read(SMALL);
        CanarySpec spec = canary.spec();
        assertThat(canary.identity().generation()).isEqualTo(3);
        assertThat(spec.provider()).isEqualTo(Provider.ISTIO);
        assertThat(spec.metricsServer()).isEqualTo("http://prometheus:9090");
        assertThat(spec.progressDeadline()).isEqualTo(Duration.ofSeconds(600));
        assertThat(spec.service().apexName()).isEqualTo("backend");
        assertThat(spec.service().port().name()).isEqualTo("http");
        assertThat(spec.service().port().target().orElse(80)).isEqualTo(80);
        assertThat(spec.service().metadata().apex()).isEqualTo(CustomMetadata.NONE);
        assertThat(spec.analysis().interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(spec.analysis().threshold()).isEqualTo(1);
        assertThat(spec.analysis().weights().maximum()).isEqualTo(100);
        assertThat(spec.analysis().ready().canary()).isEqualTo(100);
        assertThat(spec.analysis().strategy()).isEqualTo(Strategy.CANARY);
        assertThat(spec.autoscaler().given()).isFalse();
        assertThat(spec.skipAnalysis() || spec.suspend() || spec.revertOnDeletion()).isFalse();
        assertThat(canary.wishes().drain())
                .isEqualTo(new Drain(Duration.ofSeconds(10), Duration.ofSeconds(5)));
        assertThat(canary.wishes().gateTimeout())
                .isEqualTo(new GateTimeout(Duration.ofHours(24), GateTimeout.Action.REMIND));
        assertThat(canary.wishes().onNoData()).isEqualTo(Absence.FAILED);
    }

    @Test
    void parts_of_an_analysis_have_theirs_too() {
        Canary canary = read(SMALL.replace("stepWeight: 10}", """
                stepWeight: 10,
                    metrics: [{name: latency, templateRef: {name: t}, thresholdRange: {max: 0.5}},
                              {name: request-success-rate, threshold: 99}],
                    webhooks: [{name: load, url: "http://a/"}],
                    alerts: [{name: all, providerRef: {name: slack}}],
                    sessionAffinity: {cookieName: c}}
                """));
        var analysis = canary.spec().analysis();
        assertThat(analysis.metrics().getFirst().interval()).isEqualTo("1m");
        assertThat(analysis.metrics().getFirst().threshold())
                .isEqualTo(new Threshold.Range(Double.NEGATIVE_INFINITY, 0.5));
        assertThat(analysis.metrics().getLast().threshold()).isEqualTo(new Threshold.Single(99));
        assertThat(analysis.webhooks(HookType.ROLLOUT).getFirst().timeout())
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(analysis.alerts().getFirst().severity()).isEqualTo(Severity.INFO);
        assertThat(analysis.sessionAffinity().maxAgeSeconds()).isEqualTo(86_400);
    }

    @Test
    void a_drain_that_is_asked_for_counts_on_both_sides() {
        Canary canary =
                read(SMALL.replace("uid: u1", "uid: u1, annotations: {fairlead.dev/drain: 0s}"));
        assertThat(canary.wishes().drain()).isEqualTo(new Drain(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void plain_services_have_ten_iterations_when_none_are_given() {
        Canary canary = read(SMALL.replace("spec:", "spec:\n  provider: kubernetes"));
        assertThat(canary.spec().analysis().iterations()).isEqualTo(10);
        assertThat(canary.spec().analysis().strategy()).isEqualTo(Strategy.BLUE_GREEN);
    }

    @Test
    void a_bare_gateway_api_means_its_first_version() {
        Canary canary = read(SMALL.replace("spec:", "spec:\n  provider: gatewayapi")
                .replace("{port: 80}", "{port: 80, gatewayRefs: [{name: g}]}"));
        assertThat(canary.spec().provider()).isEqualTo(Provider.GATEWAYAPI_V1);
    }

    @Test
    void what_only_the_mesh_understands_stays_as_it_came() {
        Canary canary = read(SMALL.replace("{port: 80}",
                "{port: 80, retries: {attempts: 3, unknown: [1]}, match: [{uri: {prefix: /}}]}"));
        assertThat(canary.spec().service().routes().retries())
                .isEqualTo(Map.of("attempts", 3, "unknown", List.of(1)));
        assertThat(canary.spec().service().routes().match())
                .containsExactly(Map.of("uri", Map.of("prefix", "/")));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"istio,-,Deployment,istio",
        "istio,kubernetes,Deployment,kubernetes",
        "linkerd,istio,Deployment,linkerd", "istio,-,Service,istio:service",
        "smi:v1alpha2:istio,-,Deployment,smi:v1alpha2:istio"})
    void the_name_for_metrics_follows_engine_canary_and_target(String engine, String own,
            String kind, String name) {
        String yaml = SMALL.replace("Deployment", kind);
        String named = own == null ? yaml : yaml.replace("spec:", "spec:\n  provider: " + own);
        CanaryReader reader = new CanaryReader(new ReadingRules(engine, "http://p:9090", true));
        assertThat(((Reading.Valid<Canary>) reader.read(Yaml.read(named))).value()
                .spec()
                .metricsProvider())
                .isEqualTo(name);
    }

    @Test
    void other_namespaces_may_be_closed() {
        String yaml = SMALL.replace("stepWeight: 10}", """
                stepWeight: 10,
                    metrics: [{name: a, templateRef: {name: t, namespace: other}}, {name: b, templateRef: {name: u}}],
                    alerts: [{name: all, providerRef: {name: slack, namespace: flux}}]}
                """);
        Reading<Canary> closed = new CanaryReader(new ReadingRules("istio", "http://p:9090", false))
                .read(Yaml.read(yaml));
        assertThat(((Reading.Invalid<Canary>) closed).messages()).containsExactly(
                "spec.analysis.metrics[0].templateRef.namespace: can't access metric template t.other,"
                        + " cross-namespace references are blocked",
                "spec.analysis.alerts[0].providerRef.namespace: can't access alert provider slack.flux,"
                        + " cross-namespace references are blocked");
        assertThat(new CanaryReader(ReadingRules.PLAIN).read(Yaml.read(yaml)))
                .isInstanceOf(Reading.Valid.class);
    }

    @Test
    void an_engine_with_an_unknown_provider_does_not_start() {
        assertThatThrownBy(() -> new ReadingRules("crossover", "", true))
                .hasMessageStartingWith("mesh provider: expected one of apisix,")
                .hasMessageEndingWith("but got \"crossover\"");
    }

    private static Canary read(String yaml) {
        Reading<Canary> reading = new CanaryReader(ReadingRules.PLAIN).read(Yaml.read(yaml));
        assertThat(reading).isInstanceOf(Reading.Valid.class);
        return ((Reading.Valid<Canary>) reading).value();
    }
}
