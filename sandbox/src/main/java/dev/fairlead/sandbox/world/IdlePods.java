package dev.fairlead.sandbox.world;

import java.util.function.Consumer;

import dev.fairlead.sandbox.kubelet.PodRecord;
import dev.fairlead.sandbox.kubelet.PodRuntime;
import dev.fairlead.sandbox.kubelet.RunningPod;

/** Pods that are ready at once and do nothing: enough where no traffic is looked at. */
public final class IdlePods implements PodRuntime {

    @Override
    public RunningPod start(PodRecord pod) {
        return new RunningPod() {
            @Override
            public void onReadiness(Consumer<Boolean> listener) {
                listener.accept(true);
            }

            @Override
            public void close() {
                // Nothing runs.
            }
        };
    }
}
