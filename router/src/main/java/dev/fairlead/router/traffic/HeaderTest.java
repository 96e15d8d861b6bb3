package dev.fairlead.router.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.fairlead.router.plan.Fields;

/** The requests of an A/B test: those that the test asks for among those the service takes. */
public final class HeaderTest {

    private static final Set<String> JOINED = Set.of("headers", "queryParams", "withoutHeaders",
            "sourceLabels");

    private HeaderTest() {}

    /** Every condition of the test with every one of the service; both must hold. */
    public static List<Fields> merged(List<Fields> tested, List<Fields> asked) {
        if (asked.isEmpty()) {
            return tested;
        }
        List<Fields> merged = new ArrayList<>();
        tested.forEach(test -> asked.forEach(ask -> merged.add(both(ask, test))));
        return merged;
    }

    private static Fields both(Fields ask, Fields test) {
        Fields both = ask;
        for (var condition : test.map().entrySet()) {
            String name = condition.getKey();
            if (JOINED.contains(name)) {
                for (var one : test.fields(name).map().entrySet()) {
                    both = both.with(one.getValue(), name, one.getKey());
                }
            } else {
                both = both.with(condition.getValue(), name);
            }
        }
        return both;
    }
}
