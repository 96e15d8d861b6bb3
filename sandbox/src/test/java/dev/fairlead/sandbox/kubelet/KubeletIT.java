package dev.fairlead.sandbox.kubelet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;

import dev.fairlead.sandbox.world.SharedWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class KubeletIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private final KubernetesClient client = SharedWorld.get().client();
    private final Puppets puppets = new Puppets();
    private final String namespace = SharedWorld.namespace(puppets);

    /** The quickest of ten, because the machine may be busy with other things. */
    @Test
    void a_pod_is_ready_within_200_ms_of_its_creation() {
        String quick = SharedWorld.namespace();
        long best = IntStream.range(0, 10)
                .mapToLong(i -> nanosToReady(quick, "quick-" + i))
                .min()
                .orElseThrow();
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(200));
    }

    private long nanosToReady(String where, String name) {
        long begin = System.nanoTime();
        client.pods().inNamespace(where).resource(pod(name)).create();
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(5))
                .pollDelay(Duration.ZERO)
                .until(() -> isReady(where, name));
        return System.nanoTime() - begin;
    }

    @Test
    void a_pod_is_ready_only_while_its_application_says_so() {
        create(pod("moody"));
        Puppet puppet = puppets.await("moody");
        await().atMost(SOON).until(() -> "Running".equals(get("moody").getStatus().getPhase()));
        assertThat(isReady("moody")).isFalse();

        puppet.tell(true);
        await().atMost(SOON).until(() -> isReady("moody"));
        puppet.tell(false);
        await().atMost(SOON).until(() -> !isReady("moody"));
    }

    @Test
    void a_pod_serves_on_through_its_grace_and_then_goes() {
        create(new PodBuilder(pod("leaving")).editMetadata()
                .addToAnnotations(KubeletTiming.GRACE, "700")
                .endMetadata()
                .build());
        Puppet puppet = puppets.await("leaving");
        puppet.tell(true);
        await().atMost(SOON).until(() -> isReady("leaving"));

        long begin = System.nanoTime();
        client.pods().inNamespace(namespace).withName("leaving").delete();
        await().atMost(SOON).pollInterval(Duration.ofMillis(5)).until(() -> puppet.closed);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThan(Duration.ofMillis(650));
        await().atMost(SOON).until(() -> get("leaving") == null);
    }

    @Test
    void an_application_that_cannot_start_shows_as_crashing() {
        puppets.refused = "no such tag";
        create(pod("broken"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("broken").getStatus().getContainerStatuses())
                        .allSatisfy(status -> {
                            assertThat(status.getState().getWaiting().getReason())
                                    .isEqualTo("CrashLoopBackOff");
                            assertThat(status.getState().getWaiting().getMessage())
                                    .isEqualTo("no such tag");
                        })
                        .isNotEmpty());
    }

    @Test
    void a_pod_waits_for_the_config_it_refers_to() {
        create(new PodBuilder(pod("configured")).editSpec()
                .editFirstContainer()
                .addNewEnv()
                .withName("MODE")
                .withNewValueFrom()
                .withNewConfigMapKeyRef("mode", "settings", false)
                .endValueFrom()
                .endEnv()
                .addNewEnv()
                .withName("IP")
                .withNewValueFrom()
                .withNewFieldRef("v1", "status.podIP")
                .endValueFrom()
                .endEnv()
                .endContainer()
                .endSpec()
                .build());
        await().atMost(SOON)
                .until(() -> !get("configured").getStatus().getContainerStatuses().isEmpty());
        assertThat(get("configured").getStatus()
                .getContainerStatuses()
                .getFirst()
                .getState()
                .getWaiting()
                .getMessage()).isEqualTo("configmap \"settings\" not found");

        client.resource(new ConfigMapBuilder().withNewMetadata()
                .withName("settings")
                .withNamespace(namespace)
                .endMetadata()
                .addToData("mode", "slow")
                .build()).create();
        PodRecord record = puppets.await("configured").pod;
        assertThat(record.environment()).isEqualTo(Map.of("MODE", "slow", "IP", record.address()));
        assertThat(record.tag()).isEqualTo("1.0.0");
        assertThat(record.ports()).isEqualTo(List.of(9898));
    }

    private static Pod pod(String name) {
        return new PodBuilder().withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("app")
                .withImage("demo:1.0.0")
                .addNewPort()
                .withContainerPort(9898)
                .endPort()
                .endContainer()
                .endSpec()
                .build();
    }

    private void create(Pod pod) {
        client.pods().inNamespace(namespace).resource(pod).create();
    }

    private Pod get(String name) {
        return client.pods().inNamespace(namespace).withName(name).get();
    }

    private boolean isReady(String name) {
        return isReady(namespace, name);
    }

    private boolean isReady(String where, String name) {
        return client.pods()
                .inNamespace(where)
                .withName(name)
                .get()
                .getStatus()
                .getConditions()
                .stream()
                .filter(condition -> "Ready".equals(condition.getType()))
                .map(PodCondition::getStatus)
                .anyMatch("True"::equals);
    }

    /** Applications that do as the test says. */
    private static final class Puppets implements PodRuntime {

        private final Map<String, Puppet> byName = new ConcurrentHashMap<>();
        private volatile String refused = "";

        @Override
        public RunningPod start(PodRecord pod) {
            if (!refused.isEmpty()) {
                throw new IllegalArgumentException(refused);
            }
            Puppet puppet = new Puppet(pod);
            byName.put(pod.name(), puppet);
            return puppet;
        }

        Puppet await(String name) {
            org.awaitility.Awaitility.await().atMost(SOON).until(() -> byName.containsKey(name));
            return byName.get(name);
        }
    }

    private static final class Puppet implements RunningPod {

        private final PodRecord pod;
        private volatile Consumer<Boolean> listener = _ -> {};
        private volatile boolean ready;
        private volatile boolean closed;

        Puppet(PodRecord pod) {
            this.pod = pod;
        }

        void tell(boolean now) {
            ready = now;
            listener.accept(now);
        }

        @Override
        public void onReadiness(Consumer<Boolean> listener) {
            this.listener = listener;
            listener.accept(ready);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
