package dev.fairlead.sandbox.simulation.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import dev.fairlead.analyzer.scoring.HookRules;
import dev.fairlead.events.order.CallHooks;
import dev.fairlead.events.report.HooksAnswered.HookAnswer;
import dev.fairlead.sandbox.simulation.fate.Actor;

/** Closed gates that are asked over and over, as the analyzer does on threads of its own. */
final class AskedGates {

    /** After a report that could not be published. */
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Ground ground;
    private final Process process;
    private final Function<CallHooks, List<HookAnswer>> asking;
    private final BiConsumer<CallHooks, List<HookAnswer>> told;
    private final Map<String, CallHooks> asked = new HashMap<>();

    AskedGates(Ground ground, Process process, Function<CallHooks, List<HookAnswer>> asking,
            BiConsumer<CallHooks, List<HookAnswer>> told) {
        this.ground = ground;
        this.process = process;
        this.asking = asking;
        this.told = told;
    }

    /** From now on; an older order about the same gate gives way, and this one if it is older. */
    void watch(CallHooks order) {
        CallHooks held = asked.get(key(order));
        if (held == null || !order.head().fence().isBelow(held.head().fence())) {
            asked.put(key(order), order);
            later(order, 1, process.part("/gate " + key(order)));
        }
    }

    /** The gate is asked in another way. */
    void forget(CallHooks order) {
        asked.remove(key(order));
    }

    private void later(CallHooks order, int call, Actor actor) {
        ground.scheduler()
                .in(order.every(), actor, "asks " + order.kind(), () -> ask(order, call, actor));
    }

    private void ask(CallHooks order, int call, Actor actor) {
        if (asked.get(key(order)) != order) {
            return;
        }
        List<HookAnswer> answers = asking.apply(order);
        boolean open = HookRules.opens(order.kind(),
                answers.stream().map(HookAnswer::passed).toList());
        if (open || call >= order.calls()) {
            tell(order, answers, actor);
        } else {
            later(order, call + 1, actor);
        }
    }

    private void tell(CallHooks order, List<HookAnswer> answers, Actor actor) {
        if (asked.get(key(order)) != order) {
            return;
        }
        try {
            told.accept(order, answers);
            asked.remove(key(order));
        } catch (Reporting.NotReported e) {
            ground.scheduler().in(AGAIN, actor, "tells again", () -> tell(order, answers, actor));
        }
    }

    private static String key(CallHooks order) {
        return order.head().target() + "/" + order.kind().wireName();
    }
}
