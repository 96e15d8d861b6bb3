package dev.fairlead.router.traffic.gatewayapi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.traffic.Adoption;
import dev.fairlead.router.traffic.ApexMarks;
import dev.fairlead.router.traffic.OwnFields;
import dev.fairlead.router.traffic.RouteWish;

/**
 * The HTTPRoute of a target. Labels, annotations, rules and fields of others stay.
 *
 * @param mayCreate
 *            whether a missing one is made
 */
record HttpRouteDraft(RouteWish wish, Dialect dialect, boolean mayCreate) implements Draft {

    @Override
    public ObjectRef object() {
        return new ObjectRef(dialect.kind(), wish.target().namespace(), wish.apex());
    }

    @Override
    public Optional<Fields> created() {
        if (!mayCreate) {
            return Optional.empty();
        }
        Fields empty = object().head()
                .with(List.of(Meta.owner(wish.target(), wish.life())), "metadata",
                        "ownerReferences");
        return Optional.of(over(empty, new OwnFields(Set.of())));
    }

    @Override
    public Fields corrected(Fields live) {
        Set<String> all = new TreeSet<>(FilterOverlay.OPTIONAL);
        all.addAll(Set.of(RuleOverlay.TIMEOUTS, OwnFields.COOKIES));
        Fields changed = over(live, OwnFields.noted(live, wish.target(), all));
        return Adoption.isDue(live, wish.target())
                ? Adoption.noted(changed, live, live.fields("spec"))
                : changed;
    }

    private Fields over(Fields live, OwnFields before) {
        List<Fields> rules = new HttpRouteRules(wish, dialect).rules();
        Fields spec = live.fields("spec")
                .with(parents(), "parentRefs")
                .withUnlessEmpty(wish.service().texts("hosts"), "hostnames")
                .with(new RuleOverlay(wish, before).over(live.list("spec", "rules"), rules),
                        "rules");
        return own(rules.getLast()).on(ApexMarks.on(live, wish)).with(spec, "spec");
    }

    /** Told by the last rule, which has no filter but the Canary's. */
    private OwnFields own(Fields rule) {
        Set<String> names = new TreeSet<>();
        rule.list("filters").forEach(filter -> names.add(filter.text("type")));
        if (wish.service().list("mirror").isEmpty()) {
            names.remove("RequestMirror");
        }
        if (rule.has(RuleOverlay.TIMEOUTS)) {
            names.add(RuleOverlay.TIMEOUTS);
        }
        if (wish.affinity().isKept()) {
            names.add(OwnFields.COOKIES);
        }
        return new OwnFields(names);
    }

    private List<Fields> parents() {
        List<Fields> parents = wish.service().list("gatewayRefs");
        if (parents.isEmpty()) {
            throw new Obstacle(Reason.INVALID, object().toString(),
                    "GatewayRefs must be specified when using Gateway API as a provider.");
        }
        return parents.stream().map(HttpRouteDraft::whole).toList();
    }

    /** The defaults of the resource definition, written out. */
    private static Fields whole(Fields parent) {
        Fields whole = parent.has("group")
                ? parent
                : parent.with("gateway.networking.k8s.io", "group");
        return whole.has("kind") ? whole : whole.with("Gateway", "kind");
    }
}
