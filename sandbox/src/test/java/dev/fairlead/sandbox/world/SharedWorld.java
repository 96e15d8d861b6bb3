package dev.fairlead.sandbox.world;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import dev.fairlead.sandbox.kubelet.PodRecord;
import dev.fairlead.sandbox.kubelet.PodRuntime;
import dev.fairlead.sandbox.kubelet.RunningPod;

/**
 * One world for all tests of a JVM that leave it whole: each takes a namespace of its own and says what runs in its
 * pods. A test that stops parts of the world starts one for itself.
 */
public final class SharedWorld {

    private static final AtomicInteger NAMESPACES = new AtomicInteger();
    private static final ByNamespace PODS = new ByNamespace();

    private SharedWorld() {}

    private static final class Holder {
        static final World WORLD = World.plan()
                .kafka()
                .postgres()
                .prometheus(Duration.ofMillis(250))
                .audit()
                .pods(PODS)
                .start();
        static {
            Runtime.getRuntime().addShutdownHook(new Thread(WORLD::close));
        }
    }

    /** Started at the first call, with all its parts; ends with the JVM. */
    public static World get() {
        return Holder.WORLD;
    }

    /** A new namespace whose pods are ready at once and do nothing. */
    public static String namespace() {
        return namespace(new IdlePods());
    }

    /** A new namespace whose pods run this. */
    public static String namespace(PodRuntime runtime) {
        String name = "it-" + NAMESPACES.incrementAndGet();
        PODS.byNamespace.put(name, runtime);
        get().controlPlane().namespace(name);
        return name;
    }

    private static final class ByNamespace implements PodRuntime {

        private final Map<String, PodRuntime> byNamespace = new ConcurrentHashMap<>();
        private final PodRuntime idle = new IdlePods();

        @Override
        public RunningPod start(PodRecord pod) {
            return byNamespace.getOrDefault(pod.namespace(), idle).start(pod);
        }
    }
}
