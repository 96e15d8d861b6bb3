package dev.fairlead.sandbox.kubelet;

import java.time.Duration;

/**
 * How long things take on this node.
 *
 * @param startDelay from a pod's binding to the start of its application; a pod may ask for another with the annotation
 *                   {@value #START_DELAY}
 * @param grace      from the wish to delete a pod to the end of its application, which goes on serving until then; a
 *                   pod may ask for another with the annotation {@value #GRACE}
 */
public record KubeletTiming(Duration startDelay, Duration grace) {

    public static final String START_DELAY = "sandbox.fairlead.dev/start-delay-ms";
    public static final String GRACE = "sandbox.fairlead.dev/grace-ms";

    /** Quick to start; slow enough to end for proxies to hear of it, as with a real pod's preStop pause. */
    public static final KubeletTiming QUICK =
            new KubeletTiming(Duration.ofMillis(20), Duration.ofMillis(1_500));
}
