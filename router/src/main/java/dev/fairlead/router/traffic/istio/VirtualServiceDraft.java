package dev.fairlead.router.traffic.istio;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.traffic.Adoption;
import dev.fairlead.router.traffic.ApexMarks;
import dev.fairlead.router.traffic.OwnFields;
import dev.fairlead.router.traffic.RouteWish;

/**
 * The VirtualService of a target. Labels and annotations of others stay; of the one that a user
 * made, what it was is kept in annotations, once, before it becomes ours.
 *
 * @param mayCreate
 *            whether a missing one is made
 */
record VirtualServiceDraft(RouteWish wish, boolean mayCreate) implements Draft {

    private static final Set<String> ALL = Set.of("rewrite", "timeout", "retries", "corsPolicy",
            "headers", OwnFields.COOKIES);

    @Override
    public ObjectRef object() {
        return new ObjectRef(Kind.VIRTUAL_SERVICE, wish.target().namespace(), wish.apex());
    }

    @Override
    public Optional<Fields> created() {
        if (!mayCreate) {
            return Optional.empty();
        }
        Fields empty = object().head()
                .with(List.of(Meta.owner(wish.target(), wish.life())), "metadata",
                        "ownerReferences");
        IstioRoutes routes = new IstioRoutes(wish);
        return Optional.of(routes.own()
                .on(ApexMarks.on(empty, wish))
                .with(routes.over(Fields.EMPTY, routes.own()), "spec"));
    }

    @Override
    public Fields corrected(Fields live) {
        IstioRoutes routes = new IstioRoutes(wish);
        OwnFields before = OwnFields.noted(live, wish.target(), ALL);
        Fields changed = routes.own()
                .on(ApexMarks.on(live, wish))
                .with(routes.over(live.fields("spec"), before), "spec");
        return Adoption.isDue(live, wish.target()) ? kept(changed, live) : changed;
    }

    /** In Flagger's place, unless kubectl has it, so that either engine can give it back. */
    private static Fields kept(Fields changed, Fields live) {
        Fields spec = live.fields("spec");
        if (Meta.annotation(live, Meta.LAST_APPLIED).isEmpty()) {
            String original = Meta.annotation(live, Adoption.ORIGINAL);
            return Adoption.noted(changed, live, original.isEmpty() ? Fields.EMPTY : spec)
                    .with(original.isEmpty() ? Adoption.text(spec) : original, "metadata",
                            "annotations", Adoption.ORIGINAL);
        }
        boolean same = Adoption.applied(live).equals(spec);
        return Adoption.noted(changed, live, same ? Fields.EMPTY : spec);
    }
}
