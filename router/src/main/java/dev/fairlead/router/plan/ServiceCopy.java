package dev.fairlead.router.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.fairlead.canary.revision.RevisionFingerprint;
import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.Life;
import dev.fairlead.events.Revision;
import dev.fairlead.events.TargetKey;

/**
 * A copy of a Service that is itself the target: of what is promoted, or of what is tried. What the
 * API server allots to one Service, such as its addresses, is never copied to another.
 *
 * @param source
 *            the target, as it was read in this attempt
 * @param prefixes
 *            the labels and annotations that follow the target
 * @param following
 *            whether a copy that is there becomes what the target is now; else it is adopted as it
 *            is, for it leads to what serves users
 */
public record ServiceCopy(ObjectRef object, TargetKey target, Life life, Fields source,
        LabelPrefixes prefixes, boolean following) implements Draft {

    private static final List<String> ADDRESSES = List.of("clusterIP", "clusterIPs");

    private static final List<String> ALLOTTED = List.of("clusterIP", "clusterIPs", "ipFamilies",
            "ipFamilyPolicy", "healthCheckNodePort");

    private static final String HEADLESS = "None";

    private static final String OWN = "adopted-";

    /** Which revision a Service is. */
    public static Revision revision(Fields service) {
        return new Revision(RevisionFingerprint.ofServiceSpec(service.fields("spec").map()),
                Map.of(), List.of());
    }

    /** A Service's spec without what belongs to it alone. */
    public static Fields common(Fields service) {
        Fields spec = service.fields("spec").without("healthCheckNodePort");
        if (!spec.text("clusterIP").equals(HEADLESS)) {
            for (String field : ADDRESSES) {
                spec = spec.without(field);
            }
        }
        return spec.changingEach(port -> port.without("nodePort"), "ports");
    }

    @Override
    public Optional<Fields> created() {
        Fields made = object.head()
                .withUnlessEmpty(copied("labels"), "metadata", "labels")
                .withUnlessEmpty(copied("annotations"), "metadata", "annotations")
                .with(List.of(Meta.owner(target, life)), "metadata", "ownerReferences")
                .with(common(source), "spec");
        return Optional.of(Carried.on(made, revision(source)));
    }

    @Override
    public Fields corrected(Fields live) {
        if (following) {
            Fields marked = Meta.withAll(live, "labels",
                    prefixes.of(source.textMap("metadata", "labels")));
            marked = Meta.withAll(marked, "annotations",
                    prefixes.of(source.textMap("metadata", "annotations")));
            return Carried.on(marked.with(spec(live), "spec"), revision(source));
        }
        if (!Carried.by(live).isNone()) {
            return live;
        }
        Fingerprint found = RevisionFingerprint.ofServiceSpec(common(live).map());
        boolean same = found.equals(RevisionFingerprint.ofServiceSpec(common(source).map()));
        return Carried.on(live, same
                ? revision(source)
                : new Revision(new Fingerprint(OWN + found), Map.of(), List.of()));
    }

    /** The API server allots and defaults. */
    @Override
    public boolean mayDrift() {
        return false;
    }

    private Fields spec(Fields live) {
        Fields spec = common(source);
        for (String field : ALLOTTED) {
            spec = spec.withUnlessEmpty(live.at("spec", field).orElse(""), field);
        }
        List<Fields> before = live.list("spec", "ports");
        Set<Integer> taken = new HashSet<>();
        return spec.changingEach(port -> before.stream()
                .filter(old -> old.text("name").equals(port.text("name")))
                .flatMap(old -> old.number("nodePort").stream())
                .filter(taken::add)
                .findFirst()
                .map(number -> port.with(number, "nodePort"))
                .orElse(port), "ports");
    }

    private Map<String, String> copied(String group) {
        Map<String, String> copied = new TreeMap<>(source.textMap("metadata", group));
        copied.keySet()
                .removeIf(name -> !Meta.isCopied(name) || name.equals(Meta.LAST_APPLIED));
        return copied;
    }
}
