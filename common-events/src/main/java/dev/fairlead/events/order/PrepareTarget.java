package dev.fairlead.events.order;

import dev.fairlead.events.Revision;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;

/**
 * Create or correct what the target needs. The only order that creates objects, Kubernetes events
 * aside.
 *
 * @param stage
 *            what is needed now
 * @param revision
 *            the revision the primary is made from when it does not exist yet; refused as moved on
 *            when the target is another by then
 * @param canary
 *            the canary's share that a route is created or corrected with
 */
public record PrepareTarget(OrderHead head, Definition definition, Stage stage, Revision revision,
        Weight canary) implements ChangeOrder {

    /**
     * PRIMARY: the primary and canary Services, copies of configs, the primary workload and its
     * scaler. TRAFFIC: the apex Service and the routing objects; only after the primary is ready.
     */
    public enum Stage {
        PRIMARY, TRAFFIC
    }
}
