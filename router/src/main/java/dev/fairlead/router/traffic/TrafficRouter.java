package dev.fairlead.router.traffic;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.fairlead.canary.model.Provider;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;

/**
 * Knows one mesh or gateway. It drafts what its objects are to become and never talks to a
 * cluster: reading, fencing, writing and reporting are the same for all and done elsewhere.
 *
 * <p>
 * Every draft keeps what is not the router's to set, at every level of the object, and gives the
 * same object again when it is applied to its own result. The share of the canary and that of the
 * primary sum to 100. What a router can do is said by its {@link Provider.Ability abilities}, by which
 * Canaries are refused that ask for more; {@code TrafficRouterContract} checks each router against
 * them.
 */
public interface TrafficRouter {

    /** What may stand in {@code spec.provider} for this router; all with the same abilities. */
    Set<Provider> providers();

    /**
     * The objects that must exist before requests can be shifted, in the order they are written:
     * what a route refers to before the route. Each is created when missing and adopted when
     * somebody else made it. None for a router that leads requests by Services alone.
     *
     * @throws dev.fairlead.router.plan.Obstacle
     *             INVALID when the mesh cannot express the wish; never widened silently
     */
    List<Draft> prepare(RouteWish wish);

    /**
     * The objects to write so that requests flow as wished; as few as possible, for a rollback
     * waits for them. None is created.
     *
     * @throws dev.fairlead.router.plan.Obstacle
     *             INVALID when the mesh cannot express the wish
     */
    List<Draft> shift(RouteWish wish);

    /**
     * The objects that others had made before, as they were then. Those that were made for the Canary
     * are left to go with it.
     */
    List<Draft> giveBack(RouteWish wish);

    /**
     * Why the mesh does not obey a written object yet, for people; empty when it does, or does not say.
     *
     * @param written
     *            an object of {@link #shift} or {@link #prepare} as it stands now, status included
     */
    default Optional<String> pending(Fields written) {
        return Optional.empty();
    }
}
