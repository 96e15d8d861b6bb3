package dev.fairlead.watcher.boot;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.micrometer.core.instrument.MeterRegistry;

import dev.fairlead.events.observation.Observation;
import dev.fairlead.watcher.publish.Voice;

/** Counts what is said, and what was not heard. */
record CountedVoice(Voice voice, String cluster, MeterRegistry meters) implements Voice {

    private static final String METER = "fairlead.watcher.said";

    @Override
    public CompletableFuture<?> say(Observation observation) {
        return counted(observation.getClass().getSimpleName(), voice.say(observation));
    }

    @Override
    public CompletableFuture<?> beat(List<String> blind) {
        return counted("Heartbeat", voice.beat(blind));
    }

    private CompletableFuture<?> counted(String type, CompletableFuture<?> said) {
        return said.whenComplete((ok, error) -> meters.counter(METER, "cluster", cluster, "type",
                type, "heard", Boolean.toString(error == null)).increment());
    }
}
