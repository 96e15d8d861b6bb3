package dev.fairlead.sandbox.kubelet;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one node of the sandbox: gives each pod an address and an application, says whether it is ready, and removes it
 * when it is to go. Restarts nothing.
 */
public final class Kubelet implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Kubelet.class);
    private static final int CLOSE_SECONDS = 10;

    private final KubernetesClient client;
    private final PodRuntime runtime;
    private final KubeletTiming timing;
    private final LoopbackAddresses addresses = LoopbackAddresses.claimed();
    private final Map<String, PodLife> lives = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SharedIndexInformer<Pod> informer;

    private Kubelet(KubernetesClient client, PodRuntime runtime, KubeletTiming timing) {
        this.client = client;
        this.runtime = runtime;
        this.timing = timing;
        SandboxNode.register(client);
        informer = client.pods().inAnyNamespace().runnableInformer(0);
        // The default handler ends the informer for good at an error that it does not know.
        informer.exceptionHandler((_, _) -> true);
        informer.addEventHandler(new Seen());
        informer.run();
    }

    /** Starts it and returns when it has seen the pods that are there already. The client stays the caller's. */
    public static Kubelet start(KubernetesClient client, PodRuntime runtime, KubeletTiming timing) {
        return new Kubelet(client, runtime, timing);
    }

    private void seen(Pod pod) {
        PodLife life = lives.computeIfAbsent(pod.getMetadata().getUid(), _ -> begin(pod));
        if (pod.getMetadata().getDeletionTimestamp() != null) {
            life.hear(PodWord.DELETION_WANTED);
        }
    }

    private PodLife begin(Pod pod) {
        PodLife life = new PodLife(pod, client, runtime, timing, addresses);
        threads.submit(() -> live(life));
        return life;
    }

    private void live(PodLife life) {
        try {
            life.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("pod given up pod={}", life.name(), e);
        }
    }

    private void gone(Pod pod) {
        PodLife life = lives.remove(pod.getMetadata().getUid());
        if (life != null) {
            life.hear(PodWord.GONE);
        }
    }

    /** Ends all applications; the pods stay in the API server as they are. */
    @Override
    public void close() {
        informer.close();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("applications still running limit={}s", CLOSE_SECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        addresses.close();
    }

    private final class Seen implements ResourceEventHandler<Pod> {

        @Override
        public void onAdd(Pod pod) {
            seen(pod);
        }

        @Override
        public void onUpdate(Pod before, Pod pod) {
            seen(pod);
        }

        @Override
        public void onDelete(Pod pod, boolean stateUnknown) {
            gone(pod);
        }
    }
}
