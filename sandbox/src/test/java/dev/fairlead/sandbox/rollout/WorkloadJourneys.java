package dev.fairlead.sandbox.rollout;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

import dev.fairlead.events.fact.RolloutStarted;

import static org.assertj.core.api.Assertions.assertThat;

/** What is released is a config, a DaemonSet, a Service. */
interface WorkloadJourneys extends Company {

    String ASLEEP = "flagger.app/scale-to-zero";

    String TOKEN = """
            apiVersion: v1
            kind: Secret
            metadata:
              name: token
            type: Opaque
            stringData:
              word: quite-secret-before
            """;

    String DOOR = """
            apiVersion: v1
            kind: Service
            metadata:
              name: app
            spec:
              selector:
                app: blue
              ports:
                - name: http
                  port: 9898
            """;

    String CANARY_OF_DOOR = """
            apiVersion: flagger.app/v1beta1
            kind: Canary
            metadata:
              name: app
              annotations:
                fairlead.dev/drain: 1s
                fairlead.dev/on-no-data: hold
            spec:
              targetRef:
                apiVersion: v1
                kind: Service
                name: app
              service:
                port: 9898
              analysis:
                interval: 1s
                threshold: 5
                maxWeight: 40
                stepWeight: 20
                metrics:
                  - name: served
                    interval: 4s
                    thresholdRange:
                      min: 1
                    query: |
                      sum(rate(istio_requests_total{reporter="destination",
                      destination_workload_namespace="{{ namespace }}",
                      destination_workload="green"}[{{ interval }}]))
            """;

    @Journey
    default void a_changed_config_is_a_release_and_a_bad_one_is_rolled_back() {
        Stage stage = stage("configs");
        stage.apply(config("settings", "FAIL_RATE: '0'", "{}"));
        stage.apply(config("shared", "COLOUR: blue", "{flagger.app/config-tracking: disabled}"));
        stage.apply(TOKEN);
        stage.applied("threshold: 5", "threshold: 2", "          ports:", """
                          envFrom:
                            - configMapRef:
                                name: settings
                            - configMapRef:
                                name: shared
                          env:
                            - name: WORD
                              valueFrom:
                                secretKeyRef:
                                  name: token
                                  key: word
                          ports:""".indent(0).replaceAll("(?m)^", "          ").stripTrailing())
                .initialized();
        Traffic traffic = stage.traffic();
        assertThat(stage.deployment("app-primary").get().toString()).contains("settings-primary",
                "token-primary", "name=shared,").doesNotContain("shared-primary");

        setting(stage, "0.5");
        stage.awaitPhase("Failed");
        assertThat(data(stage, "settings-primary")).containsEntry("FAIL_RATE", "0");
        assertThat(stage.weight()).isZero();

        // What the bad one answered lies in the metric's window for a while yet.
        stage.patchCanary("{\"spec\":{\"analysis\":{\"threshold\":60}}}");
        setting(stage, "0");
        word(stage, "quite-secret-after");
        stage.awaitPhase("Succeeded");
        assertThat(word(stage)).isEqualTo("quite-secret-after");
        assertThat(stage.log().facts(RolloutStarted.class)).hasSizeGreaterThanOrEqualTo(2)
                .allMatch(it -> it.revision()
                        .configs()
                        .keySet()
                        .equals(
                                java.util.Set.of("configmap/settings", "secret/token")));
        traffic.lostNothing();
        stage.invariants().hold();
        assertThat(stage.log().events()).noneMatch(it -> tells(it.event().body()));
        assertThat(stage.log().facts().toString()).doesNotContain("quite-secret",
                encoded("quite-secret-before"), encoded("quite-secret-after"));
    }

    private static String config(String name, String line, String annotations) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: %s
                  annotations: %s
                data:
                  %s
                """.formatted(name, annotations, line);
    }

    private static boolean tells(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.contains("quite-secret") || text.contains(encoded("quite-secret-before"))
                || text.contains(encoded("quite-secret-after"));
    }

    private static String encoded(String word) {
        return Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8));
    }

    private static void setting(Stage stage, String failRate) {
        stage.client()
                .configMaps()
                .inNamespace(stage.namespace())
                .withName("settings")
                .patch(PatchContext.of(PatchType.JSON_MERGE),
                        "{\"data\":{\"FAIL_RATE\":\"" + failRate + "\"}}");
    }

    private static Map<String, String> data(Stage stage, String name) {
        return stage.client()
                .configMaps()
                .inNamespace(stage.namespace())
                .withName(name)
                .get()
                .getData();
    }

    private static void word(Stage stage, String word) {
        stage.client()
                .secrets()
                .inNamespace(stage.namespace())
                .withName("token")
                .patch(PatchContext.of(PatchType.JSON_MERGE),
                        "{\"stringData\":{\"word\":\"" + word + "\"}}");
    }

    private static String word(Stage stage) {
        String encoded = stage.client()
                .secrets()
                .inNamespace(stage.namespace())
                .withName("token-primary")
                .get()
                .getData()
                .get("word");
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    @Journey
    default void a_daemon_set_is_released_and_rests_on_no_node() {
        Stage stage = stage("daemons").applied("kind: Deployment", "kind: DaemonSet",
                "  replicas: 2\n", """
                          updateStrategy:
                            rollingUpdate:
                              maxSurge: 1
                              maxUnavailable: 0
                        """).initialized();
        Traffic traffic = stage.traffic();
        assertThat(nodes(stage, "app")).containsKey(ASLEEP);
        daemonSet(stage, "app").patch(PatchContext.of(PatchType.STRATEGIC_MERGE),
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\","
                        + "\"image\":\"registry.local/app:1.1.0\"}]}}}}");
        traffic.reaches("1.1.0");
        stage.awaitPhase("Succeeded");
        assertThat(nodes(stage, "app")).containsKey(ASLEEP);
        assertThat(nodes(stage, "app-primary")).doesNotContainKey(ASLEEP);
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        assertThat(stage.events()).contains("New revision detected! Scaling up app.daemons",
                "Promotion completed! Scaling down app.daemons");
        assertThat(stage.log().facts(RolloutStarted.class)).hasSize(1);
        stage.invariants().hold();
    }

    private static Resource<DaemonSet> daemonSet(Stage stage, String name) {
        return stage.client()
                .apps()
                .daemonSets()
                .inNamespace(stage.namespace())
                .withName(name);
    }

    private static Map<String, String> nodes(Stage stage, String name) {
        Map<String, String> chosen =
                daemonSet(stage, name).get().getSpec().getTemplate().getSpec().getNodeSelector();
        return chosen == null ? Map.of() : chosen;
    }

    @Journey
    default void a_service_leads_its_users_step_by_step_to_other_pods() {
        Stage stage = stage("doorway");
        stage.applyDeployment("name: app", "name: blue", "app: app", "app: blue");
        stage.applyDeployment("name: app", "name: green", "app: app", "app: green", "1.0.0",
                "1.1.0");
        stage.apply(DOOR);
        stage.apply(CANARY_OF_DOOR);
        stage.initialized();
        Traffic traffic = stage.traffic();
        selects(stage, "green");
        traffic.reaches("1.1.0");
        stage.awaitPhase("Succeeded");
        assertThat(selected(stage, "app-primary")).isEqualTo("green");
        assertThat(selected(stage, "app-canary")).isEqualTo("green");
        assertThat(stage.weight()).isZero();
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        stage.client()
                .services()
                .inNamespace(stage.namespace())
                .withName("app-primary")
                .delete();
        Stage.soon("the primary Service again")
                .untilAsserted(() -> assertThat(selected(stage, "app-primary"))
                        .isEqualTo("green"));
        stage.invariants().hold();
    }

    private static void selects(Stage stage, String app) {
        stage.client()
                .services()
                .inNamespace(stage.namespace())
                .withName("app")
                .patch(PatchContext.of(PatchType.JSON_MERGE),
                        "{\"spec\":{\"selector\":{\"app\":\"" + app + "\"}}}");
    }

    private static String selected(Stage stage, String service) {
        var found = stage.client()
                .services()
                .inNamespace(stage.namespace())
                .withName(service)
                .get();
        return found == null ? "" : found.getSpec().getSelector().getOrDefault("app", "");
    }
}
