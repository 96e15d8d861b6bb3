package dev.fairlead.events.fact;

import dev.fairlead.events.definition.HookType;
import java.util.List;

/**
 * Every hook of a type succeeded.
 *
 * @param hooks
 *            their names, in order
 */
public record HooksPassed(FactHead head, HookType type, List<String> hooks) implements RolloutFact {
}
