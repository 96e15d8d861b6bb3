package dev.fairlead.router.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the ports of a pod template that a Service offers beside its main one. */
final class PortDiscovery {

    private static final Set<String> SIDECARS = Set.of("istio-proxy", "envoy");

    private PortDiscovery() {}

    /**
     * One Service port for each declared container port, in the order of the template.
     *
     * @param main
     *            the Service's main port; what would collide with it is left out
     */
    static List<Fields> of(Fields template, Fields main) {
        Set<String> names = new HashSet<>(Set.of(main.text("name")));
        Set<String> numbers = new HashSet<>(Set.of(main.text("port")));
        List<Fields> found = new ArrayList<>();
        for (Fields container : template.list("spec", "containers")) {
            if (SIDECARS.contains(container.text("name"))) {
                continue;
            }
            List<Fields> ports = container.list("ports");
            for (int i = 0; i < ports.size(); i++) {
                Fields port = servicePort(container, ports.get(i), i);
                if (!isMain(ports.get(i), main) && names.add(port.text("name"))
                        && numbers.add(port.text("port"))) {
                    found.add(port);
                }
            }
        }
        return found;
    }

    private static boolean isMain(Fields declared, Fields main) {
        String served = main.text("targetPort");
        return served.equals(declared.text("containerPort"))
                || served.equals(declared.text("name"));
    }

    private static Fields servicePort(Fields container, Fields declared, int index) {
        String name = declared.text("name").isEmpty()
                ? "tcp-" + container.text("name") + "-" + index
                : declared.text("name");
        int number = declared.number("containerPort").orElse(0);
        return Fields.EMPTY.with(name, "name")
                .with("TCP", "protocol")
                .with(number, "port")
                .with(number, "targetPort");
    }
}
