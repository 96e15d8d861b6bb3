package dev.fairlead.sandbox.kubelet;

import java.util.function.Consumer;

/** An application that was started, until it is closed. */
public interface RunningPod extends AutoCloseable {

    /**
     * Tells the listener at once whether the application is ready, and again at each change, from any thread. Called
     * once by the kubelet; the pod is Ready only while the last word was {@code true}.
     */
    void onReadiness(Consumer<Boolean> listener);

    /** Ends the application and gives its ports free; called once, after the pod's grace has passed. */
    @Override
    void close();
}
