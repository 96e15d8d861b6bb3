package dev.fairlead.router.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;

/**
 * A Service in front of a target's pods.
 *
 * @param object
 *            the Service
 * @param selector
 *            label and value of the pods it leads to
 * @param ports
 *            the main port, then the discovered ones
 * @param service
 *            {@code spec.service} of the Canary
 * @param metadata
 *            the labels and annotations that the Canary wants on this Service
 */
record GeneratedService(ObjectRef object, TargetKey target, Life life, Map<String, String> selector,
        List<Fields> ports, Fields service, Fields metadata) implements Draft {

    private static final Set<String> PORT_FIELDS = Set.of("name", "port", "protocol", "targetPort",
            "appProtocol");

    @Override
    public Optional<Fields> created() {
        Fields spec = Fields.EMPTY.with("ClusterIP", "type")
                .with(selector, "selector")
                .with(ports, "ports")
                .withUnlessEmpty(service.flag("headless") ? "None" : "", "clusterIP")
                .withUnlessEmpty(service.text("trafficDistribution"), "trafficDistribution");
        return Optional.of(object.head()
                .with(labels(), "metadata", "labels")
                .with(annotations(), "metadata", "annotations")
                .with(List.of(Meta.owner(target, life)), "metadata", "ownerReferences")
                .with(spec, "spec"));
    }

    /**
     * Ports and selector are ours on any Service of the name; labels and annotations only when we
     * made it. Type, cluster IP and traffic distribution are never corrected.
     */
    @Override
    public Fields corrected(Fields live) {
        Fields changed = live.with(selector, "spec", "selector");
        if (!sorted(live.list("spec", "ports")).equals(sorted(ports))) {
            changed = changed.with(portsOver(live.list("spec", "ports")), "spec", "ports");
        }
        if (Meta.isControlledBy(live, target)) {
            changed = changed.with(managed(live, "labels", labels()), "metadata", "labels")
                    .with(managed(live, "annotations", annotations()), "metadata", "annotations");
        }
        return Meta.withAll(changed, "annotations", Meta.FLUX_GUARDS);
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>(metadata.textMap("labels"));
        labels.put(selector.keySet().iterator().next(), object.name());
        return labels;
    }

    private Map<String, String> annotations() {
        Map<String, String> annotations = new TreeMap<>(metadata.textMap("annotations"));
        annotations.putAll(Meta.FLUX_GUARDS);
        return annotations;
    }

    /** Exactly the wanted ones, but for ours and those that the Canary leaves to others. */
    private Map<String, String> managed(Fields live, String group, Map<String, String> wanted) {
        Set<String> left = new HashSet<>(service.texts("unmanagedMetadata", group));
        Map<String, String> managed = new TreeMap<>(wanted);
        live.textMap("metadata", group).forEach((name, value) -> {
            if (left.contains(name) || name.startsWith("fairlead.dev/")) {
                managed.put(name, value);
            }
        });
        return managed;
    }

    /** Node ports and what else others gave a port stays with the port's name. */
    private List<Fields> portsOver(List<Fields> live) {
        List<Fields> over = new ArrayList<>();
        for (Fields port : ports) {
            Fields base = live.stream()
                    .filter(old -> old.text("name").equals(port.text("name")))
                    .findFirst()
                    .orElse(Fields.EMPTY)
                    .without("appProtocol");
            for (var field : port.map().entrySet()) {
                base = base.with(field.getValue(), field.getKey());
            }
            over.add(base);
        }
        return over;
    }

    private static List<Fields> sorted(List<Fields> ports) {
        return ports.stream()
                .map(GeneratedService::modelled)
                .sorted(Comparator.comparing((Fields port) -> port.number("port").orElse(0))
                        .thenComparing(port -> port.text("name")))
                .toList();
    }

    private static Fields modelled(Fields port) {
        Fields modelled = Fields.EMPTY;
        for (String field : PORT_FIELDS) {
            modelled = modelled.withUnlessEmpty(port.at(field).orElse(""), field);
        }
        return modelled;
    }
}
