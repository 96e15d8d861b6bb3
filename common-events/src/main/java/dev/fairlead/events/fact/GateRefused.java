package dev.fairlead.events.fact;

import java.time.Instant;
import java.util.List;

import dev.fairlead.events.definition.HookType;

/**
 * A gate stays closed, by its hook; it goes on being asked.
 *
 * @param kind
 *            the gate
 * @param passed
 *            names of the hooks before the one that refused
 * @param hook
 *            its name
 * @param error
 *            what it said
 * @param again
 *            whether it is not the first refusal, which is the one that people are told
 * @param due
 *            when it is asked anew if nobody answers
 */
public record GateRefused(FactHead head, HookType kind, List<String> passed, String hook,
        String error, boolean again, Instant due) implements ConsentFact {

    public GateRefused {
        passed = List.copyOf(passed);
    }
}
