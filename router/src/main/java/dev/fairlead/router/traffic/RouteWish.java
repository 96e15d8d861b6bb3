package dev.fairlead.router.traffic;

import java.util.List;
import java.util.Map;

import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.order.Cookies;
import dev.fairlead.router.plan.Fields;

/**
 * How the requests of a target are to flow.
 *
 * @param target
 *            whose
 * @param life
 *            the UID of its Canary, for owner references
 * @param definition
 *            the routing fields of the Canary, whole
 * @param labels
 *            labels that the routing object is to have beside those it has
 * @param canary
 *            the canary's share, 0–100; the primary has the rest
 * @param mirrored
 *            whether requests are copied to the canary
 * @param cookies
 *            those that keep users on one side
 */
public record RouteWish(TargetKey target, Life life, Definition definition,
        Map<String, String> labels, Weight canary, boolean mirrored, Cookies cookies) {

    public RouteWish {
        labels = Map.copyOf(labels);
    }

    /** {@code spec.service} of the Canary, as it came. */
    public Fields service() {
        return Fields.of(definition.traffic().service().fields());
    }

    /** {@code spec.analysis.match} of the Canary: the requests that may see the canary; empty for all. */
    public List<Fields> tested() {
        return definition.analysis()
                .match()
                .stream()
                .map(tree -> Fields.of(tree.fields()))
                .toList();
    }

    /** What is said by cookies. */
    public Affinity affinity() {
        return new Affinity(this);
    }

    /** The Service that users call. */
    public String apex() {
        return definition.traffic().apex();
    }

    public String primaryHost() {
        return apex() + "-primary";
    }

    public String canaryHost() {
        return apex() + "-canary";
    }
}
