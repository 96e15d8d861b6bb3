package dev.fairlead.events.order;

import dev.fairlead.events.Blueprint;
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
 * @param mirrored
 *            whether requests are copied to the canary
 * @param cookies
 *            those that keep users on one side
 * @param blueprint
 *            what a primary that is lost is made from, whatever the target is by then;
 *            {@link Blueprint#NONE} for one that there never was
 */
public record PrepareTarget(OrderHead head, Definition definition, Stage stage, Revision revision,
        Weight canary, boolean mirrored, Cookies cookies,
        Blueprint blueprint) implements ChangeOrder {

    /** Without copies of requests, cookies and blueprint. */
    public PrepareTarget(OrderHead head, Definition definition, Stage stage, Revision revision,
            Weight canary) {
        this(head, definition, stage, revision, canary, false, Cookies.NONE, Blueprint.NONE);
    }

    /**
     * PRIMARY: the primary and canary Services, copies of configs, the primary workload and its
     * scaler. TRAFFIC: the apex Service and the routing objects; only after the primary is ready.
     */
    public enum Stage {
        PRIMARY, TRAFFIC
    }
}
