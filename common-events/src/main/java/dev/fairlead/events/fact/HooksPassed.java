package dev.fairlead.events.fact;

import java.util.List;

import dev.fairlead.events.definition.HookType;

/**
 * Every hook of a type succeeded.
 *
 * @param hooks
 *            their names, in order
 */
public record HooksPassed(FactHead head, HookType kind,
        List<String> hooks) implements RolloutFact {}
