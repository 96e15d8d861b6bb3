package dev.fairlead.events.report;

import java.time.Duration;
import java.util.List;

import dev.fairlead.events.definition.HookType;

/**
 * What hooks answered.
 *
 * @param kind
 *            of all of them
 * @param answers
 *            in the order of the calls; ends with the first that failed
 */
public record HooksAnswered(OrderRef order, HookType kind,
        List<HookAnswer> answers) implements Report {

    public HooksAnswered {
        answers = List.copyOf(answers);
    }

    /** Whether every hook succeeded. */
    public boolean allPassed() {
        return answers.stream().allMatch(HookAnswer::passed);
    }

    /**
     * One hook's answer.
     *
     * @param hook
     *            its name
     * @param passed
     *            whether it counts as success for its type
     * @param error
     *            what an event says of the failure, at most 512 characters; empty when passed
     * @param attempts
     *            from 1
     * @param took
     *            time of all attempts
     */
    public record HookAnswer(String hook, boolean passed, String error, int attempts,
            Duration took) {}
}
