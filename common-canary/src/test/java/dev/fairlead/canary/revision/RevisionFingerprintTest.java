package dev.fairlead.canary.revision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.fairlead.canary.Yaml;
import dev.fairlead.canary.tree.JsonTree;

import static org.assertj.core.api.Assertions.assertThat;

class RevisionFingerprintTest {

    private static final String WRITTEN = """
            metadata:
              labels: {app: podinfo}
            spec:
              containers:
                - name: podinfod
                  image: stefanprodan/podinfo:6.0.0
                  ports: [{name: http, containerPort: 9898}]
                  readinessProbe: {httpGet: {path: /readyz, port: 9898}}
                  env: [{name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
              volumes:
                - name: config
                  configMap: {name: podinfo}
                - name: scratch
                  emptyDir: {}
            """;

    private static final String STORED = """
            metadata:
              creationTimestamp: null
              labels: {app: podinfo}
              annotations: {}
            spec:
              restartPolicy: Always
              terminationGracePeriodSeconds: 30
              dnsPolicy: ClusterFirst
              securityContext: {}
              schedulerName: default-scheduler
              initContainers: []
              containers:
                - name: podinfod
                  image: stefanprodan/podinfo:6.0.0
                  imagePullPolicy: IfNotPresent
                  ports: [{name: http, containerPort: 9898, protocol: TCP}]
                  resources: {}
                  readinessProbe:
                    httpGet: {path: /readyz, port: 9898, scheme: HTTP}
                    timeoutSeconds: 1
                    periodSeconds: 10
                    successThreshold: 1
                    failureThreshold: 3
                  env: [{name: NAME, valueFrom: {fieldRef: {apiVersion: v1, fieldPath: metadata.name}}}]
                  terminationMessagePath: /dev/termination-log
                  terminationMessagePolicy: File
              volumes:
                - name: config
                  configMap: {name: podinfo, defaultMode: 420}
                - name: scratch
                  emptyDir: {}
            """;

    @Test
    void is_the_same_whether_the_server_filled_in_defaults_or_not() {
        assertThat(RevisionFingerprint.canonicalTemplate(Yaml.read(STORED)))
                .isEqualTo(RevisionFingerprint.canonicalTemplate(Yaml.read(WRITTEN)));
        assertThat(of(STORED)).isEqualTo(of(WRITTEN));
    }

    @Test
    void names_its_scheme_and_stays_as_released() {
        assertThat(of(WRITTEN))
                .isEqualTo("v1-524cf10c71469156a76285233cde42778e9fae4601e8e1dd2e3b3feaec9b0a9d");
    }

    @Test
    void changes_with_anything_that_pods_can_see() {
        List<String> changes = List.of(
                WRITTEN.replace("6.0.0", "6.0.1"), WRITTEN.replace("/readyz", "/healthz"),
                WRITTEN.replace("{app: podinfo}", "{app: podinfo, team: a}"),
                WRITTEN.replace("emptyDir: {}", "emptyDir: {medium: Memory}"),
                WRITTEN.replace("image: stefan", "imagePullPolicy: Always\n      image: stefan"),
                WRITTEN.replace("spec:\n", "spec:\n  terminationGracePeriodSeconds: 31\n"),
                WRITTEN.replace("spec:\n", "spec:\n  aFieldOfTheFuture: true\n"));
        assertThat(changes)
                .allSatisfy(changed -> assertThat(of(changed)).isNotEqualTo(of(WRITTEN)));
        assertThat(changes.stream().map(RevisionFingerprintTest::of)).doesNotHaveDuplicates();
    }

    @Test
    void an_image_without_a_fixed_tag_is_pulled_always_by_default() {
        String moving = WRITTEN.replace("podinfo:6.0.0", "podinfo");
        String explicit =
                moving.replace("image: stefan", "imagePullPolicy: Always\n      image: stefan");
        assertThat(of(explicit)).isEqualTo(of(moving));
    }

    @Test
    void an_empty_selector_is_not_the_same_as_none() {
        String affinity =
                "spec:\n  affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: "
                        + "[{topologyKey: zone, namespaceSelector: {}}]}}\n";
        assertThat(of(WRITTEN.replace("spec:\n", affinity)))
                .isNotEqualTo(of(WRITTEN.replace("spec:\n",
                        affinity.replace(", namespaceSelector: {}", ""))));
    }

    @Test
    void numbers_are_the_same_whichever_reader_made_them() {
        Map<String, Object> ints = Map.of("spec", Map.of("activeDeadlineSeconds", 40));
        Map<String, Object> doubles = Map.of("spec", Map.of("activeDeadlineSeconds", 40.0));
        assertThat(RevisionFingerprint.ofPodTemplate(ints))
                .isEqualTo(RevisionFingerprint.ofPodTemplate(doubles));
    }

    @Test
    void a_daemon_set_scaled_to_zero_is_the_same_revision() {
        Map<String, Object> scaled = JsonTree.modifiable(Yaml.read(WRITTEN));
        JsonTree.mapAt(scaled, "spec")
                .put("nodeSelector",
                        new HashMap<>(Map.of("flagger.app/scale-to-zero", "true")));
        assertThat(RevisionFingerprint.ofDaemonSetTemplate(scaled))
                .isEqualTo(RevisionFingerprint.ofDaemonSetTemplate(Yaml.read(WRITTEN)));
        assertThat(RevisionFingerprint.ofPodTemplate(scaled).text()).isNotEqualTo(of(WRITTEN));
    }

    @Test
    void what_a_server_allocates_for_a_service_does_not_count() {
        Map<String, Object> written = Yaml.read("{selector: {app: a}, ports: [{port: 80}]}");
        Map<String, Object> stored =
                Yaml.read("{selector: {app: a}, ports: [{port: 80, protocol: TCP}],"
                        + " clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1], type: ClusterIP, sessionAffinity: None}");
        assertThat(RevisionFingerprint.ofServiceSpec(stored))
                .isEqualTo(RevisionFingerprint.ofServiceSpec(written));
    }

    private static String of(String template) {
        return RevisionFingerprint.ofPodTemplate(Yaml.read(template)).text();
    }
}
