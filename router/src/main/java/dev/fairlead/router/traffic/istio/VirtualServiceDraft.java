package dev.fairlead.router.traffic.istio;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.Fence;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.traffic.RouteWish;

/**
 * The VirtualService of a target. Labels and annotations of others stay; of the one that a user
 * made, the spec is kept in an annotation, once, before it becomes ours.
 *
 * @param mayCreate
 *            whether a missing one is made
 */
record VirtualServiceDraft(RouteWish wish, IstioRoutes routes,
        boolean mayCreate) implements Draft {

    static final String ORIGINAL = "flagger.kubernetes.io/original-configuration";

    private static final JsonMapper JSON = JsonMapper.builder().build();

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
                .with(List.of(Meta.owner(wish.target(), wish.life())),
                        "metadata", "ownerReferences");
        return Optional.of(marked(empty).with(routes.over(Fields.EMPTY), "spec"));
    }

    @Override
    public Fields corrected(Fields live) {
        Fields spec = routes.over(live.fields("spec"));
        Fields changed = marked(live).with(spec, "spec");
        return isTakenOver(live, spec)
                ? changed.with(JSON.writeValueAsString(live.fields("spec").map()), "metadata",
                        "annotations", ORIGINAL)
                : changed;
    }

    private Fields marked(Fields object) {
        Fields apex = wish.service().fields("apex");
        Fields marked = Meta.withAll(object, "labels", apex.textMap("labels"));
        marked = Meta.withAll(marked, "labels", wish.labels());
        marked = Meta.withAll(marked, "annotations", apex.textMap("annotations"));
        return Meta.withAll(marked, "annotations", Meta.FLUX_GUARDS);
    }

    private boolean isTakenOver(Fields live, Fields spec) {
        return Meta.fence(live).equals(Fence.NONE) && !Meta.isControlledBy(live, wish.target())
                && Meta.annotation(live, ORIGINAL).isEmpty()
                && Meta.annotation(live, Meta.LAST_APPLIED).isEmpty()
                && !IstioRoutes.withoutShares(live.fields("spec"))
                        .equals(IstioRoutes.withoutShares(spec));
    }
}
