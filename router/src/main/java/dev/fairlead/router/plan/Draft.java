package dev.fairlead.router.plan;

import java.util.Optional;

import dev.fairlead.events.Fence;

/**
 * What one object is to become. Pure: the same object gives the same result, and a result that is
 * corrected again stays as it is.
 */
public interface Draft {

    /** The object. */
    ObjectRef object();

    /**
     * The object when there is none yet, without a fence; empty when the order does not create.
     */
    Optional<Fields> created();

    /**
     * The object as it is to be. Whatever is not ours to set stays as it came, at every level.
     *
     * @param live
     *            the object as it is
     * @throws Obstacle
     *             when it cannot be made so
     */
    Fields corrected(Fields live);

    /** The fence that the object shows for this kind of order. */
    default Fence shown(Fields live) {
        return Meta.fence(live);
    }

    /** The object with the fence of the order on it. */
    default Fields fenced(Fields wanted, Fence fence) {
        return Meta.withFence(wanted, fence);
    }

    /**
     * What an object with the order's own fence but another content is: drift, or somebody's right.
     */
    default boolean mayDrift() {
        return true;
    }

    /** Whether the object's status is written and not the object. */
    default boolean isStatus() {
        return false;
    }

    /** Whether the object is most likely new, so that reading before creating is a wasted call. */
    default boolean isLikelyNew() {
        return false;
    }
}
