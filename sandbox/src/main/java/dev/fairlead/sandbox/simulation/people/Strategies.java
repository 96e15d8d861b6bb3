package dev.fairlead.sandbox.simulation.people;

import java.util.List;
import java.util.Map;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.sandbox.simulation.fate.Chance;

/** How teams have revisions tried: by weights, all at once, by header, with copies or cookies. */
final class Strategies {

    private static final Map<String, Object> INSIDERS =
            Map.of("headers", Map.of("x-canary", Map.of("exact", "insider")));
    private static final Map<String, Object> COOKIES =
            Map.of("cookieName", "canary-cookie", "primaryCookieName", "primary-cookie");

    private Strategies() {}

    /** One that is drawn, in place of the one before. */
    static Fields some(Fields canary, Chance chance) {
        Fields plain = canary.without("spec", "analysis", "iterations")
                .without("spec", "analysis", "match")
                .without("spec", "analysis", "mirror")
                .without("spec", "analysis", "sessionAffinity");
        return switch (chance.below(8)) {
            case 0 -> iterating(plain, chance);
            case 1 -> iterating(plain, chance).with(true, "spec", "analysis", "mirror");
            case 2 -> iterating(plain, chance).with(List.of(INSIDERS), "spec", "analysis",
                    "match");
            case 3 -> plain.with(true, "spec", "analysis", "mirror");
            case 4 -> plain.with(COOKIES, "spec", "analysis", "sessionAffinity");
            default -> plain;
        };
    }

    private static Fields iterating(Fields canary, Chance chance) {
        return canary.with((int) chance.between(1, 4), "spec", "analysis", "iterations");
    }
}
