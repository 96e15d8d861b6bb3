package dev.fairlead.sandbox.simulation.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;

/** The objects of one cluster, with versions, generations and who wrote them. */
public final class Objects {

    /** An object as it is stored; {@code manager} wrote it last, status aside. */
    public record Stored(ObjectRef ref, Fields fields, String manager) {}

    /** Told of each change, in order. */
    public interface Viewer {

        /**
         * @param before
         *            empty when it is new
         * @param now
         *            empty when it is gone
         */
        void changed(ObjectRef ref, Optional<Stored> before, Optional<Stored> now);
    }

    private final Map<ObjectRef, Stored> stored = new LinkedHashMap<>();
    private final List<Viewer> viewers = new ArrayList<>();
    private long version = 1000;
    private long uids;

    public void tell(Viewer viewer) {
        viewers.add(viewer);
    }

    public void leave(Viewer viewer) {
        viewers.remove(viewer);
    }

    public Optional<Stored> find(ObjectRef ref) {
        return Optional.ofNullable(stored.get(ref));
    }

    /** The fields of an object; none when there is no such object. */
    public Fields fields(ObjectRef ref) {
        Stored object = stored.get(ref);
        return object == null ? Fields.EMPTY : object.fields();
    }

    /** All objects of a kind, in the order they were made. */
    public List<Stored> all(Kind kind) {
        return stored.values().stream().filter(it -> it.ref().kind() == kind).toList();
    }

    /** Makes an object; it must not be there. */
    public Fields create(ObjectRef ref, Fields fields, String manager) {
        Fields made = fields.with("uid-" + ++uids, "metadata", "uid")
                .with(Long.toString(++version), "metadata", "resourceVersion")
                .with(1, "metadata", "generation");
        keep(new Stored(ref, made, manager));
        return made;
    }

    /** Writes all but the status, when that makes a difference. */
    public Fields write(ObjectRef ref, String manager, UnaryOperator<Fields> change) {
        Stored before = existing(ref);
        Fields wanted = change.apply(before.fields());
        if (wanted.equals(before.fields())) {
            return wanted;
        }
        boolean wished = !wanted.fields("spec").equals(before.fields().fields("spec"));
        Fields next = wanted.with(Long.toString(++version), "metadata", "resourceVersion");
        if (wished) {
            next = next.with(before.fields().number("metadata", "generation").orElse(1) + 1,
                    "metadata", "generation");
        }
        keep(new Stored(ref, next, manager));
        return next;
    }

    /** Writes the status, when that makes a difference. */
    public Fields writeStatus(ObjectRef ref, UnaryOperator<Fields> change) {
        Stored before = existing(ref);
        Fields wanted = change.apply(before.fields());
        if (wanted.fields("status").equals(before.fields().fields("status"))) {
            return before.fields();
        }
        Fields next = before.fields()
                .with(wanted.fields("status"), "status")
                .with(Long.toString(++version), "metadata", "resourceVersion");
        keep(new Stored(ref, next, before.manager()));
        return next;
    }

    /** Removes an object, if it is there. */
    public void delete(ObjectRef ref) {
        Stored before = stored.remove(ref);
        if (before != null) {
            version++;
            for (Viewer viewer : List.copyOf(viewers)) {
                viewer.changed(ref, Optional.of(before), Optional.empty());
            }
        }
    }

    private Stored existing(ObjectRef ref) {
        return find(ref).orElseThrow(() -> new IllegalStateException("Expected " + ref));
    }

    private void keep(Stored next) {
        Optional<Stored> before = Optional.ofNullable(stored.put(next.ref(), next));
        for (int i = 0; i < viewers.size(); i++) {
            viewers.get(i).changed(next.ref(), before, Optional.of(next));
        }
    }
}
