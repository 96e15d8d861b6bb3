package dev.fairlead.router.traffic.istio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.fairlead.router.plan.Fields;

/** Lays our conditions over those that are there. */
final class MatchOverlay {

    private static final Set<String> CONDITIONS = Set.of("authority", "method", "scheme", "uri",
            "headers", "queryParams", "withoutHeaders", "gateways", "ignoreUriCase", "name", "port",
            "sourceLabels", "sourceNamespace");

    private MatchOverlay() {}

    /** A condition that is still the same keeps what others have put beside it. */
    static List<Fields> over(List<Fields> live, List<Fields> wanted) {
        List<Fields> over = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            boolean same = i < live.size() && conditions(live.get(i)).equals(wanted.get(i));
            over.add(same ? live.get(i) : wanted.get(i));
        }
        return over;
    }

    static Fields conditions(Fields match) {
        Fields conditions = match;
        for (String name : match.map().keySet()) {
            conditions = CONDITIONS.contains(name) ? conditions : conditions.without(name);
        }
        return conditions;
    }
}
