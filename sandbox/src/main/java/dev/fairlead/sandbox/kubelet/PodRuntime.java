package dev.fairlead.sandbox.kubelet;

/** What runs in a pod: the demo application, or whatever a test needs. */
@FunctionalInterface
public interface PodRuntime {

    /**
     * Starts the pod's application; it listens on {@link PodRecord#address()} and {@link PodRecord#ports()}.
     * Called on a thread of its own, so it may block.
     *
     * @throws RuntimeException the application cannot start; the pod then shows CrashLoopBackOff with the exception's
     *         message, never gets ready, and is not started again
     */
    RunningPod start(PodRecord pod);
}
