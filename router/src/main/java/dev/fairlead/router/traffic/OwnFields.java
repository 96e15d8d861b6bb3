package dev.fairlead.router.traffic;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import dev.fairlead.events.TargetKey;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Meta;

/**
 * The optional parts of our routes that the Canary gave, noted on the object, so that a part that a
 * Canary does not name any more is told from one that somebody else has added.
 *
 * @param names
 *            such as {@code retries}; {@link #COOKIES} for cookies that answers give
 */
public record OwnFields(Set<String> names) {

    public static final String COOKIES = "cookies";

    static final String ANNOTATION = "fairlead.dev/fields";

    private static final String NEXT = ",";

    public OwnFields {
        names = Set.copyOf(names);
    }

    /**
     * Those that were ours so far. Without a note of ours, all of an object that Flagger made or took
     * over.
     *
     * @param all
     *            the names that there are
     */
    public static OwnFields noted(Fields object, TargetKey target, Set<String> all) {
        String note = Meta.annotation(object, ANNOTATION);
        if (!note.isEmpty()) {
            return new OwnFields(Set.copyOf(Arrays.asList(note.split(NEXT))));
        }
        boolean flaggers = Meta.annotation(object, Meta.FENCE).isEmpty()
                && (Meta.isControlledBy(object, target) || Adoption.isTakenByFlagger(object));
        return new OwnFields(flaggers ? all : Set.of());
    }

    public Fields on(Fields object) {
        return object.withUnlessEmpty(String.join(NEXT, new TreeSet<>(names)), "metadata",
                "annotations", ANNOTATION);
    }

    public boolean has(String name) {
        return names.contains(name);
    }
}
