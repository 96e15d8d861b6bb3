package dev.fairlead.router.traffic;

import java.util.Map;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.Fence;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.Obstacle;

/**
 * What an object of somebody else's was before it became ours, kept on the object itself, so that it
 * can be given back.
 */
public final class Adoption {

    /** Holds labels, annotations and as much of the spec as is not kept in another annotation. */
    public static final String ANNOTATION = "fairlead.dev/adopted";

    /** Where Flagger keeps the spec of a routing object that no {@code kubectl apply} made. */
    public static final String ORIGINAL = "flagger.kubernetes.io/original-configuration";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Annotations that are nobody's wish for the object's content, or too large to keep twice. */
    private static final Set<String> NOT_KEPT = Set.of(Meta.LAST_APPLIED, ORIGINAL);

    private static final String OURS = "fairlead.dev/";

    private Adoption() {}

    /** Whether the object is somebody else's, and nobody has taken it over yet. */
    public static boolean isDue(Fields live, TargetKey target) {
        return Meta.fence(live).equals(Fence.NONE) && !Meta.isControlledBy(live, target)
                && !isAdopted(live) && !isTakenByFlagger(live);
    }

    public static boolean isAdopted(Fields live) {
        return !Meta.annotation(live, ANNOTATION).isEmpty();
    }

    /** Whether the object shows Flagger's hand, as each object does that it took over. */
    public static boolean isTakenByFlagger(Fields live) {
        return Meta.FLUX_GUARDS.keySet()
                .stream()
                .noneMatch(guard -> Meta.annotation(live, guard).isEmpty());
    }

    /**
     * The changed object with what the live one was.
     *
     * @param spec
     *            the parts of the spec to be kept here
     */
    public static Fields noted(Fields changed, Fields live, Fields spec) {
        Fields kept = Fields.EMPTY;
        for (String group : new String[]{"labels", "annotations"}) {
            Map<String, String> names = live.textMap("metadata", group);
            names.keySet().removeIf(NOT_KEPT::contains);
            kept = kept.withUnlessEmpty(names, group);
        }
        return changed.with(text(kept.withUnlessEmpty(spec, "spec")), "metadata", "annotations",
                ANNOTATION);
    }

    /** The spec, or the parts of it, that were kept here; empty when there are none. */
    public static Fields spec(Fields live) {
        return read(live, ANNOTATION).fields("spec");
    }

    /** The spec that {@code kubectl apply} made; empty when it did not. */
    public static Fields applied(Fields live) {
        return read(live, Meta.LAST_APPLIED).fields("spec");
    }

    /** The spec that Flagger, or we in its place, kept; empty when there is none. */
    public static Fields original(Fields live) {
        return read(live, ORIGINAL);
    }

    public static String text(Fields fields) {
        return JSON.writeValueAsString(fields.map());
    }

    /**
     * The object without our marks and with the labels and annotations that it had.
     *
     * @param marked
     *            labels and annotations, by group, that we had put there
     */
    public static Fields released(Fields live, Map<String, Set<String>> marked) {
        Fields before = read(live, ANNOTATION);
        boolean byUs = isAdopted(live);
        Fields released = live;
        for (String group : new String[]{"labels", "annotations"}) {
            Map<String, String> names = live.textMap("metadata", group);
            names.keySet().removeAll(marked.getOrDefault(group, Set.of()));
            names.keySet().removeIf(name -> name.startsWith(OURS));
            if (byUs) {
                names.remove(ORIGINAL);
                names.putAll(before.textMap(group));
            }
            released = released.withUnlessEmpty(names, "metadata", group);
        }
        return released;
    }

    private static Fields read(Fields live, String annotation) {
        String text = Meta.annotation(live, annotation);
        if (text.isEmpty()) {
            return Fields.EMPTY;
        }
        try {
            return Fields.of(JSON.readValue(text, Map.class));
        } catch (JacksonException e) {
            throw new Obstacle(Reason.INVALID,
                    live.text("kind") + "/" + live.text("metadata", "name"),
                    "%s %s.%s failed to unMarshal annotation %s".formatted(live.text("kind"),
                            live.text("metadata", "name"), live.text("metadata", "namespace"),
                            annotation));
        }
    }
}
