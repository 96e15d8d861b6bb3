package dev.fairlead.sandbox.simulation.people;

import java.util.ArrayList;
import java.util.List;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.sandbox.simulation.cluster.Secrets;
import dev.fairlead.sandbox.simulation.fate.Chance;

/** The hooks that a Canary may name; the path of each says who answers. */
final class Hooks {

    private static final String HOST = "tester";
    private static final List<String> GATES = List.of("confirm-rollout",
            "confirm-traffic-increase", "confirm-promotion");

    private Hooks() {}

    /** None for most; gates that open, shut and open again, and some that never do by themselves. */
    static List<Fields> some(Chance chance) {
        List<Fields> hooks = new ArrayList<>();
        if (chance.oneIn(3)) {
            hooks.add(hook(chance, "conformance", "pre-rollout", "/conformance"));
        }
        if (chance.oneIn(3)) {
            hooks.add(hook(chance, "load", "rollout", "/load"));
        }
        if (chance.oneIn(6)) {
            hooks.add(hook(chance, "after", "post-rollout", "/after"));
        }
        for (String gate : GATES) {
            if (chance.oneIn(6)) {
                hooks.add(hook(chance, gate, gate, chance.oneIn(4) ? "/shut" : "/gate/" + gate));
            }
        }
        if (chance.oneIn(6)) {
            hooks.add(hook(chance, "alarm", "rollback", "/rollback"));
        }
        return hooks;
    }

    private static Fields hook(Chance chance, String name, String type, String path) {
        return Fields.EMPTY.with(name, "name")
                .with(type, "type")
                .with(chance.oneIn(3) ? Secrets.address(HOST, path) : "http://" + HOST + path,
                        "url")
                .with("5s", "timeout");
    }
}
