package dev.fairlead.sandbox.simulation.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.sandbox.simulation.fate.Chance;

/** What teams apply. */
final class Manifests {

    private static final List<String> ACTIONS = List.of("remind", "rollback");
    private static final List<Integer> STEPS = List.of(10, 20, 25, 50, 100);

    private Manifests() {}

    static Fields deployment(ObjectRef object, String image) {
        String name = object.name();
        return object.head()
                .with(2, "spec", "replicas")
                .with(name, "spec", "selector", "matchLabels", "app")
                .with(name, "spec", "template", "metadata", "labels", "app")
                .with(List.of(Fields.EMPTY.with("app", "name").with(image, "image")), "spec",
                        "template", "spec", "containers");
    }

    static Fields withImage(Fields deployment, String image) {
        return deployment.changingEach(it -> it.with(image, "image"), "spec", "template", "spec",
                "containers");
    }

    static Fields canary(ObjectRef object, Chance chance) {
        Fields canary = object.head()
                .with("1s", "metadata", "annotations", "fairlead.dev/drain")
                .with("istio", "spec", "provider")
                .with(90, "spec", "progressDeadlineSeconds")
                .with("apps/v1", "spec", "targetRef", "apiVersion")
                .with("Deployment", "spec", "targetRef", "kind")
                .with(object.name(), "spec", "targetRef", "name")
                .with(8080, "spec", "service", "port")
                .with(Hooks.some(chance), "spec", "analysis", "webhooks")
                .with(List.of(Map.of("name", "request-success-rate", "interval", "1m",
                        "thresholdRange", Map.of("min", 99))), "spec", "analysis", "metrics");
        Fields patient = chance.oneIn(2)
                ? canary
                : canary.with("60s," + chance.of(ACTIONS), "metadata", "annotations",
                        "fairlead.dev/gate-timeout");
        return analysed(patient, chance);
    }

    /** Another way of analysing, another route, another service, or nonsense. */
    static Fields edited(Fields canary, Chance chance) {
        Fields sane = canary.without("spec", "analysis", "maxWeight").without("spec", "suspend");
        return switch (chance.below(9)) {
            case 0 -> sane.with("3s", "spec", "service", "timeout");
            case 1 -> sane.with(chance.oneIn(2) ? 8080 : 9090, "spec", "service", "port");
            case 2 -> sane.with(Hooks.some(chance), "spec", "analysis", "webhooks");
            case 3 -> sane.with("often", "spec", "analysis", "interval");
            case 4 -> sane.with(chance.oneIn(2), "spec", "skipAnalysis");
            case 5 -> sane.with(true, "spec", "suspend");
            case 6 -> sane.with("40s," + chance.of(ACTIONS), "metadata", "annotations",
                    "fairlead.dev/gate-timeout");
            default -> analysed(sane, chance);
        };
    }

    static Fields withShares(Fields route, int canary) {
        List<Integer> shares = List.of(100 - canary, canary);
        return route.changingEach(http -> {
            List<Fields> sides = new ArrayList<>();
            List<Fields> old = http.list("route");
            for (int i = 0; i < old.size(); i++) {
                sides.add(old.get(i).with(shares.get(i % 2), "weight"));
            }
            return http.with(sides, "route");
        }, "spec", "http");
    }

    private static Fields analysed(Fields canary, Chance chance) {
        Fields next = canary
                .with(chance.between(1, 20) + "s", "spec", "analysis", "interval")
                .with((int) chance.between(1, 4), "spec", "analysis", "threshold");
        if (chance.oneIn(3)) {
            next = next.without("spec", "analysis", "stepWeight")
                    .with(List.of(5, 30, 70), "spec", "analysis", "stepWeights");
        } else {
            next = next.without("spec", "analysis", "stepWeights")
                    .with(chance.of(STEPS), "spec", "analysis", "stepWeight")
                    .with(50, "spec", "analysis", "maxWeight");
        }
        Fields promoted = chance.oneIn(4)
                ? next.with(40, "spec", "analysis", "stepWeightPromotion")
                : next.without("spec", "analysis", "stepWeightPromotion");
        return Strategies.some(promoted, chance);
    }
}
