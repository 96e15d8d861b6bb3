package dev.fairlead.router.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.definition.Definition;

/** The three Services of a target. */
public final class Services {

    private static final String DEFAULT_PORT_NAME = "http";

    private final TargetKey target;

    private final Life life;

    private final String apex;

    private final Fields service;

    private final SelectorLabel label;

    private final List<Fields> ports;

    /**
     * @param template
     *            the target's pod template, for ports that are to be discovered
     */
    public Services(TargetKey target, Life life, Definition.Traffic traffic, SelectorLabel label,
            Fields template) {
        this.target = target;
        this.life = life;
        this.apex = traffic.apex();
        this.service = Fields.of(traffic.service().fields());
        this.label = label;
        this.ports = ports(traffic.port(), template);
    }

    /** Leads to the target's own pods. */
    public Draft canary() {
        return to(apex + "-canary", label.value(), "canary");
    }

    /** Leads to the primary's pods. */
    public Draft primary() {
        return to(apex + "-primary", label.primaryValue(), "primary");
    }

    /** What users call. Leads to the primary's pods, so it is written once those are ready. */
    public Draft apex() {
        return to(apex, label.primaryValue(), "apex");
    }

    private Draft to(String name, String value, String role) {
        return new GeneratedService(new ObjectRef(Kind.SERVICE, target.namespace(), name), target,
                life, Map.of(label.key(), value), ports, service, service.fields(role));
    }

    private List<Fields> ports(int port, Fields template) {
        Object served = service.at("targetPort")
                .filter(to -> !to.toString().equals("0"))
                .orElse(port);
        String name = service.text("portName");
        Fields main = Fields.EMPTY.with(name.isEmpty() ? DEFAULT_PORT_NAME : name, "name")
                .with("TCP", "protocol")
                .with(port, "port")
                .with(served, "targetPort")
                .withUnlessEmpty(service.text("appProtocol"), "appProtocol");
        List<Fields> all = new ArrayList<>(List.of(main));
        if (service.flag("portDiscovery")) {
            all.addAll(PortDiscovery.of(template, main));
        }
        return all;
    }
}
