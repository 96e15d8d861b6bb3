package dev.fairlead.analyzer.work;

import java.util.ArrayList;
import java.util.List;

import dev.fairlead.analyzer.hooks.HookCall;
import dev.fairlead.analyzer.scoring.HookRules;
import dev.fairlead.events.definition.Hook;
import dev.fairlead.events.order.CallHooks;
import dev.fairlead.events.report.HooksAnswered.HookAnswer;

/** Calls hooks in the order of the Canary and stops where the answer of all is known. */
public final class HookWork {

    private final HookCall call;
    private final Meters meters;

    public HookWork(HookCall call, Meters meters) {
        this.call = call;
        this.meters = meters;
    }

    /** The answers, in the order of the calls. */
    public List<HookAnswer> call(CallHooks order) {
        List<HookAnswer> answers = new ArrayList<>();
        for (Hook hook : order.hooks()) {
            HookAnswer answer = call.call(order, hook);
            meters.hook(order.kind(), answer);
            answers.add(answer);
            if (HookRules.endsGroup(order.kind(), answer.passed())) {
                break;
            }
        }
        return answers;
    }
}
