package dev.fairlead.events.order;

import java.time.Instant;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.OrderId;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.TargetKey;

/**
 * What every order says of itself.
 *
 * @param id
 *            its name; the same for every delivery
 * @param target
 *            whose
 * @param life
 *            the UID of the Canary; an object of another life is not touched
 * @param rollout
 *            the rollout it serves, {@link RolloutId#NONE} outside of one
 * @param fence
 *            the event it comes from; written on what it changes
 * @param expires
 *            after which it is dropped undone and reported; {@link #NEVER} for an order that
 *            moves traffic to the primary
 */
public record OrderHead(OrderId id, TargetKey target, Life life, RolloutId rollout, Fence fence,
        Instant expires) {

    /** The end of time for an order that must be done however late. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
}
