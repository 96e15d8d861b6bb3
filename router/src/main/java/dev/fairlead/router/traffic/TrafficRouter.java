package dev.fairlead.router.traffic;

import java.util.List;
import java.util.Set;

import dev.fairlead.router.plan.Draft;

/**
 * Knows one mesh or gateway. It drafts what its objects are to become and never talks to a
 * cluster: reading, fencing, writing and reporting are the same for all and done elsewhere.
 *
 * <p>
 * Every draft keeps what is not the router's to set, at every level of the object, and gives the
 * same object again when it is applied to its own result. The share of the canary and that of the
 * primary sum to 100. {@code TrafficRouterContract} checks this for each router.
 */
public interface TrafficRouter {

    /** The names in {@code spec.provider} that mean this router, such as {@code istio}. */
    Set<String> providers();

    /**
     * The objects that must exist before requests can be shifted, in the order they are written:
     * what a route refers to before the route. Each is created when missing and adopted when
     * somebody else made it.
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
}
