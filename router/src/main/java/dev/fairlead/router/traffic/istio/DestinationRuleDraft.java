package dev.fairlead.router.traffic.istio;

import java.util.List;
import java.util.Optional;

import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.traffic.RouteWish;

/**
 * How proxies treat one side: the Canary's {@code service.trafficPolicy}. Subsets and whatever the
 * policy of a Canary cannot say stay as they are.
 */
record DestinationRuleDraft(RouteWish wish, String host) implements Draft {

    private static final List<String> WHOLE = List.of("loadBalancer", "outlierDetection", "tls");

    @Override
    public ObjectRef object() {
        return new ObjectRef(Kind.DESTINATION_RULE, wish.target().namespace(), host);
    }

    @Override
    public Optional<Fields> created() {
        return Optional.of(corrected(object().head()
                .with(
                        List.of(Meta.owner(wish.target(), wish.life())), "metadata",
                        "ownerReferences")));
    }

    @Override
    public Fields corrected(Fields live) {
        return live.with(host, "spec", "host")
                .withUnlessEmpty(
                        policy(live.fields("spec", "trafficPolicy")), "spec", "trafficPolicy");
    }

    private Fields policy(Fields live) {
        Fields wanted = wish.service().fields("trafficPolicy");
        Fields policy = live;
        for (String field : WHOLE) {
            policy = policy.withUnlessEmpty(wanted.fields(field), field);
        }
        policy = policy.withUnlessEmpty(wanted.fields("connectionPool", "http"), "connectionPool",
                "http");
        for (var field : wanted.map().entrySet()) {
            if (!WHOLE.contains(field.getKey()) && !field.getKey().equals("connectionPool")) {
                policy = policy.with(field.getValue(), field.getKey());
            }
        }
        return policy.withUnlessEmpty(policy.fields("connectionPool"), "connectionPool");
    }
}
