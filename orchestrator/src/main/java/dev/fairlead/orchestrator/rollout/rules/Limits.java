package dev.fairlead.orchestrator.rollout.rules;

import java.time.Duration;
import java.util.List;

import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.Hook;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.report.ChangeRefused.Reason;

/** How long is waited for whom. */
final class Limits {

    /** A router's attempt takes 5 s at most; after this it is asked again. */
    static final Duration CHANGE_ANSWER = Duration.ofSeconds(15);

    /** A metric store answers within 5 s; after this another worker is asked. */
    static final Duration ANALYSIS_ANSWER = Duration.ofSeconds(30);

    /**
     * From the first request to the canary until metric stores must have values of it; Flagger never
     * asks sooner. Until then a check without a value counts as nothing.
     */
    static final Duration FIRST_VALUES = Duration.ofSeconds(10);

    /** On top of what the hooks themselves may take. */
    static final Duration HOOK_ANSWER = Duration.ofSeconds(30);

    /** Between two attempts of one hook, at most. */
    static final Duration HOOK_BACK_OFF = Duration.ofSeconds(30);

    /** Between two orders of the same effect, at most. */
    static final Duration RETRY_MOST = Duration.ofSeconds(30);

    /** How often post-rollout hooks are ordered when nobody answers. */
    static final int POST_HOOK_ORDERS = 3;

    /** The same where the cluster did not answer: work goes on soon after it is back. */
    static final Duration RETRY_MOST_AWAY = Duration.ofSeconds(5);

    /**
     * Where a namespace is being deleted: it never takes an object again, and its Canary goes with
     * it. Only should something hold the Canary is the order given once more.
     */
    static final Duration RETRY_NAMESPACE_GOES = Duration.ofHours(1);

    private static final int DOUBLINGS_MOST = 5;

    private Limits() {}

    /** 1 s after the first failure, then twice as long each time. */
    static Duration retry(Reason reason, int attempts) {
        if (reason == Reason.NAMESPACE_TERMINATING) {
            return RETRY_NAMESPACE_GOES;
        }
        Duration wait = Duration.ofSeconds(1L << Math.clamp(attempts - 1, 0, DOUBLINGS_MOST));
        Duration most = reason == Reason.UNREACHABLE ? RETRY_MOST_AWAY : RETRY_MOST;
        return wait.compareTo(most) > 0 ? most : wait;
    }

    /** After which an object that was lost is made again, when it could not be. */
    static Duration remake(Reason reason) {
        return reason == Reason.NAMESPACE_TERMINATING ? RETRY_NAMESPACE_GOES : RETRY_MOST;
    }

    /** A closed gate is asked over and over, and told about at the end. */
    static Duration gate(Definition definition, HookType type) {
        return GatePace.window(definition.analysis().interval())
                .plus(hooks(definition.hooks(type)));
    }

    static Duration hooks(List<Hook> hooks) {
        Duration sum = HOOK_ANSWER;
        for (Hook hook : hooks) {
            Duration one = hook.timeout().plus(hook.retries() > 0 ? HOOK_BACK_OFF : Duration.ZERO);
            sum = sum.plus(one.multipliedBy(hook.retries() + 1L));
        }
        return sum;
    }
}
