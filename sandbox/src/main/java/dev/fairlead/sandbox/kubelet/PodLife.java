package dev.fairlead.sandbox.kubelet;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.BindingBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pod from its binding to its end, told in order by a thread of its own. */
final class PodLife {

    private static final Logger LOG = LoggerFactory.getLogger(PodLife.class);
    private static final Duration CONFIG_RETRY = Duration.ofSeconds(1);
    private static final Duration CALL_RETRY = Duration.ofMillis(250);
    private static final int CALL_TRIES = 1_200;
    private static final int GONE = 404;
    private static final int CHANGED = 409;

    private final Pod pod;
    private final KubernetesClient client;
    private final PodRuntime runtime;
    private final KubeletTiming timing;
    private final LoopbackAddresses addresses;
    private final PodStatusText status;
    private final BlockingQueue<PodWord> words = new LinkedBlockingQueue<>();
    private boolean ready;
    private boolean ending;
    private boolean gone;

    PodLife(Pod pod, KubernetesClient client, PodRuntime runtime, KubeletTiming timing,
            LoopbackAddresses addresses) {
        this.pod = pod;
        this.client = client;
        this.runtime = runtime;
        this.timing = timing;
        this.addresses = addresses;
        status = new PodStatusText(pod);
    }

    void hear(PodWord word) {
        words.add(word);
    }

    String name() {
        return pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName();
    }

    void run() throws InterruptedException {
        bind();
        listen(delay(KubeletTiming.START_DELAY, timing.startDelay()));
        if (!ending) {
            String address = addresses.take();
            try {
                serve(address);
            } finally {
                addresses.free(address);
            }
        }
        if (!gone) {
            call(() -> client.pods()
                    .inNamespace(pod.getMetadata().getNamespace())
                    .withName(pod.getMetadata().getName())
                    .withGracePeriod(0)
                    .delete());
        }
    }

    private void bind() throws InterruptedException {
        if (pod.getSpec().getNodeName() != null) {
            return;
        }
        ObjectMeta meta = pod.getMetadata();
        call(() -> client.bindings()
                .inNamespace(meta.getNamespace())
                .resource(new BindingBuilder().withNewMetadata()
                        .withName(meta.getName())
                        .withNamespace(meta.getNamespace())
                        .withUid(meta.getUid())
                        .endMetadata()
                        .withNewTarget()
                        .withKind("Node")
                        .withName(SandboxNode.NAME)
                        .endTarget()
                        .build())
                .create());
    }

    private void serve(String address) throws InterruptedException {
        RunningPod running = started(address);
        if (running == null) {
            return;
        }
        try {
            running.onReadiness(now -> hear(now ? PodWord.READY : PodWord.NOT_READY));
            Boolean told = null;
            while (!ending) {
                drain();
                if (told == null || told != ready) {
                    boolean now = ready;
                    tell(status.running(address, now));
                    told = now;
                }
                take(words.take());
            }
            if (!gone) {
                listen(delay(KubeletTiming.GRACE, timing.grace()));
            }
        } finally {
            running.close();
        }
    }

    /** The application, or nothing when the pod is to go before one could be started. */
    private @Nullable RunningPod started(String address) throws InterruptedException {
        while (!ending) {
            try {
                return runtime.start(pod(address));
            } catch (PodEnvironment.Missing e) {
                tell(status.waiting(address, "CreateContainerConfigError",
                        String.valueOf(e.getMessage())));
                listen(CONFIG_RETRY);
            } catch (RuntimeException e) {
                LOG.warn("application refused to start pod={}", name(), e);
                tell(status.waiting(address, "CrashLoopBackOff", String.valueOf(e.getMessage())));
                awaitEnd();
            }
        }
        return null;
    }

    private PodRecord pod(String address) throws PodEnvironment.Missing {
        Container container = PodEnvironment.first(pod);
        ObjectMeta meta = pod.getMetadata();
        return new PodRecord(meta.getNamespace(), meta.getName(), meta.getUid(), address,
                container.getImage(), new PodEnvironment(client, pod, address).of(container),
                orEmpty(meta.getLabels()), orEmpty(meta.getAnnotations()),
                pod.getSpec()
                        .getContainers()
                        .stream()
                        .flatMap(each -> each.getPorts().stream())
                        .map(ContainerPort::getContainerPort)
                        .toList());
    }

    private void awaitEnd() throws InterruptedException {
        while (!ending) {
            take(words.take());
        }
    }

    private void drain() {
        for (PodWord word = words.poll(); word != null; word = words.poll()) {
            take(word);
        }
    }

    /** Lets time pass; ends early when the pod is gone, or wanted gone for the first time. */
    private void listen(Duration time) throws InterruptedException {
        boolean endingBefore = ending;
        long end = System.nanoTime() + time.toNanos();
        long left = time.toNanos();
        while (left > 0 && !gone && ending == endingBefore) {
            PodWord word = words.poll(left, TimeUnit.NANOSECONDS);
            if (word != null) {
                take(word);
            }
            left = end - System.nanoTime();
        }
    }

    private void take(PodWord word) {
        switch (word) {
            case READY -> ready = true;
            case NOT_READY -> ready = false;
            case DELETION_WANTED -> ending = true;
            case GONE -> {
                ending = true;
                gone = true;
            }
        }
    }

    private void tell(String patch) throws InterruptedException {
        call(() -> client.pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch));
    }

    /** Repeats a call while the API server is away; a pod that is gone or another's needs no call. */
    private void call(Runnable change) throws InterruptedException {
        for (int i = 1; !gone; i++) {
            try {
                change.run();
                return;
            } catch (KubernetesClientException e) {
                if (e.getCode() == GONE || e.getCode() == CHANGED) {
                    return;
                }
                if (i == CALL_TRIES) {
                    throw e;
                }
                listen(CALL_RETRY);
            }
        }
    }

    private Duration delay(String annotation, Duration usual) {
        String asked = orEmpty(pod.getMetadata().getAnnotations()).get(annotation);
        if (asked == null) {
            return usual;
        }
        try {
            return Duration.ofMillis(Long.parseLong(asked));
        } catch (NumberFormatException _) {
            LOG.warn("annotation ignored pod={} annotation={} expected=milliseconds got={}", name(),
                    annotation, asked);
            return usual;
        }
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
