package dev.fairlead.canary.revision;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.fairlead.canary.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

class TrackedConfigsTest {

    private static final Map<String, Object> POD = Yaml.read("""
            volumes:
              - {name: a, configMap: {name: volume-map, optional: true}}
              - {name: b, secret: {secretName: volume-secret}}
              - name: c
                projected:
                  sources:
                    - configMap: {name: projected-map}
                    - secret: {name: projected-secret}
                    - serviceAccountToken: {path: token}
              - {name: d, csi: {driver: d, nodePublishSecretRef: {name: not-tracked}}}
            imagePullSecrets: [{name: not-tracked}]
            ephemeralContainers:
              - envFrom: [{secretRef: {name: not-tracked}}]
            initContainers:
              - envFrom: [{configMapRef: {name: init-map}}]
            containers:
              - env:
                  - {name: A, valueFrom: {configMapKeyRef: {name: env-map, key: a}}}
                  - {name: B, valueFrom: {secretKeyRef: {name: env-secret, key: b}}}
                  - {name: C, valueFrom: {configMapKeyRef: {name: volume-map, key: c}}}
                  - {name: D, value: plain}
                envFrom:
                  - secretRef: {name: from-secret, optional: true}
            """);

    @Test
    void are_found_wherever_pods_read_them() {
        assertThat(TrackedConfigs.in(POD).keySet()).containsExactly("configmap/volume-map",
                "secret/volume-secret", "configmap/projected-map", "secret/projected-secret",
                "configmap/env-map", "secret/env-secret", "secret/from-secret",
                "configmap/init-map");
    }

    @Test
    void the_last_reference_decides_whether_one_may_be_missing() {
        assertThat(TrackedConfigs.in(POD).get("configmap/volume-map").optional()).isFalse();
        assertThat(TrackedConfigs.in(POD).get("secret/from-secret").optional()).isTrue();
    }

    @Test
    void the_primary_reads_its_own_copies_of_those_that_are_named() {
        Map<String, Object> primary =
                TrackedConfigs.ofPrimary(POD, Set.of("configmap/volume-map", "secret/env-secret"));
        assertThat(TrackedConfigs.in(primary).keySet()).containsExactly(
                "configmap/volume-map-primary",
                "secret/volume-secret", "configmap/projected-map", "secret/projected-secret",
                "configmap/env-map", "secret/env-secret-primary", "secret/from-secret",
                "configmap/init-map");
    }

    @Test
    void an_owner_may_have_one_shared() {
        assertThat(TrackedConfigs.optedOut(Yaml
                .read("metadata: {annotations: {flagger.app/config-tracking: disabled}}")))
                .isTrue();
        assertThat(TrackedConfigs.optedOut(Yaml.read("metadata: {name: a}"))).isFalse();
    }

    @Test
    void checksums_are_those_of_go_json() {
        assertThat(ConfigChecksum.of(Yaml.read("data: {color: red}")))
                .isEqualTo("241889ca0604e333");
        assertThat(ConfigChecksum.of(Yaml.read("data: {a: '<b>&\"'}")))
                .isEqualTo("549dd53b9c0e2638");
        assertThat(ConfigChecksum.of(Yaml.read("metadata: {name: empty}")))
                .isEqualTo("74234e98afe7498f");
    }

    @Test
    void fingerprints_of_secrets_depend_on_the_key() {
        Map<String, Object> secret = Yaml.read("data: {password: c2VjcmV0}");
        SecretFingerprints ours = new SecretFingerprints(new byte[32]);
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(ours.ofSecret(secret)).hasSize(32)
                .isEqualTo(new SecretFingerprints(new byte[32]).ofSecret(secret))
                .isNotEqualTo(new SecretFingerprints(other).ofSecret(secret));
    }
}
