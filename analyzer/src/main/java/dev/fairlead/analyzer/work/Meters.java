package dev.fairlead.analyzer.work;

import io.micrometer.core.instrument.MeterRegistry;

import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.report.CheckEvidence;
import dev.fairlead.events.report.HooksAnswered.HookAnswer;

/** Counts and times what the analyzer does. */
public final class Meters {

    private final MeterRegistry registry;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    void check(String store, CheckEvidence check) {
        registry.timer("fairlead.analyzer.checks", "store", store, "outcome",
                check.outcome().name().toLowerCase(java.util.Locale.ROOT), "verdict",
                check.verdict().name().toLowerCase(java.util.Locale.ROOT)).record(check.took());
    }

    void hook(HookType type, HookAnswer answer) {
        registry.timer("fairlead.analyzer.hooks", "type", type.wireName(), "passed",
                Boolean.toString(answer.passed())).record(answer.took());
    }

    /** An order that came too late or could not be done. */
    public void dropped(String order) {
        registry.counter("fairlead.analyzer.dropped", "order", order).increment();
    }
}
