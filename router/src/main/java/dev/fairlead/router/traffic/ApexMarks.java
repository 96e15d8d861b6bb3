package dev.fairlead.router.traffic;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Meta;

/**
 * The labels and annotations of a routing object: those that the Canary has for the apex Service, and
 * the marks that keep Flux away. Never those that others have put on the Service.
 */
public final class ApexMarks {

    private ApexMarks() {}

    /** The object with them; others on it stay. */
    public static Fields on(Fields object, RouteWish wish) {
        Fields apex = wish.service().fields("apex");
        Fields marked = Meta.withAll(object, "labels", apex.textMap("labels"));
        marked = Meta.withAll(marked, "labels", wish.labels());
        marked = Meta.withAll(marked, "annotations", apex.textMap("annotations"));
        return Meta.withAll(marked, "annotations", Meta.FLUX_GUARDS);
    }

    /** Their names, by group. */
    public static Map<String, Set<String>> names(RouteWish wish) {
        Fields apex = wish.service().fields("apex");
        Set<String> labels = new HashSet<>(apex.textMap("labels").keySet());
        labels.addAll(wish.labels().keySet());
        Set<String> annotations = new HashSet<>(apex.textMap("annotations").keySet());
        annotations.addAll(Meta.FLUX_GUARDS.keySet());
        return Map.of("labels", labels, "annotations", annotations);
    }
}
