package dev.fairlead.sandbox.simulation.process;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.fairlead.events.Seen;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.sandbox.simulation.cluster.Cluster;
import dev.fairlead.sandbox.simulation.cluster.Objects;
import dev.fairlead.sandbox.simulation.fate.Actor;
import dev.fairlead.sandbox.simulation.fate.Chance;
import dev.fairlead.sandbox.simulation.fate.Fault;
import dev.fairlead.watcher.detection.ApiObject;
import dev.fairlead.watcher.detection.Place;
import dev.fairlead.watcher.watch.Kind;
import dev.fairlead.watcher.watch.Watching;

/**
 * The watches of one watcher: each kind in its own order, kinds apart from each other; a watch that
 * broke off begins again with a list.
 */
final class WatchedKinds implements Watching, Objects.Viewer {

    private static final Set<Kind> UNUSED = EnumSet.of(Kind.METRIC_TEMPLATE, Kind.ALERT_PROVIDER);

    /** Told of what comes over the watches. */
    interface Told {

        void seen(Kind kind, ApiObject object);

        void gone(Kind kind, Place place);
    }

    private final Ground ground;
    private final Cluster cluster;
    private final Actor actor;
    private final Told told;
    private final Chance chance;
    private final Map<Kind, Watch> watches = new EnumMap<>(Kind.class);

    WatchedKinds(Ground ground, Cluster cluster, Process process, Told told) {
        this.ground = ground;
        this.cluster = cluster;
        this.actor = process.part("/watches");
        this.told = told;
        this.chance = Chance.of(ground.seed(), "watches of " + process.name());
        for (Kind kind : Kind.values()) {
            watches.put(kind, new Watch(kind));
        }
    }

    void open() {
        cluster.objects().tell(this);
        watches.values().forEach(Watch::list);
    }

    void close() {
        cluster.objects().leave(this);
    }

    @Override
    public boolean isSettled() {
        return watches.values().stream().allMatch(watch -> watch.listed);
    }

    @Override
    public boolean isWatching(Kind kind) {
        return watch(kind).open;
    }

    @Override
    public List<String> blind() {
        List<String> blind = new ArrayList<>();
        watches.forEach((kind, watch) -> {
            if (!watch.open) {
                blind.add(kind.text());
            }
        });
        return blind;
    }

    @Override
    public void changed(ObjectRef ref, Optional<Objects.Stored> before,
            Optional<Objects.Stored> now) {
        for (Watch watch : watches.values()) {
            if (watch.kind.text().equals(ref.kind().title())) {
                watch.changed(ref, now);
            }
        }
    }

    private Watch watch(Kind kind) {
        return java.util.Objects.requireNonNull(watches.get(kind));
    }

    private static ApiObject object(Objects.Stored stored) {
        Fields fields = stored.fields();
        Map<String, Object> body = new LinkedHashMap<>(fields.map());
        body.keySet().removeAll(List.of("apiVersion", "kind", "metadata"));
        var seen = new Seen(stored.ref().kind().title(), stored.ref().name(), Meta.uid(fields),
                Long.parseLong(Meta.resourceVersion(fields)),
                fields.number("metadata", "generation").orElse(0),
                fields.number("status", "observedGeneration").orElse(0), Meta.fence(fields));
        return new ApiObject(seen, place(stored.ref()),
                fields.textMap("metadata", "annotations"), stored.manager(), body);
    }

    private static Place place(ObjectRef ref) {
        return new Place(ref.namespace(), ref.name());
    }

    /** The watch of one kind. */
    private final class Watch {

        private final Kind kind;
        private final Set<Place> known = new java.util.LinkedHashSet<>();
        private boolean listed;
        private boolean open;
        private long after;

        Watch(Kind kind) {
            this.kind = kind;
        }

        void changed(ObjectRef ref, Optional<Objects.Stored> now) {
            if (!open) {
                return;
            }
            if (ground.faults().strikes(Fault.WATCH_GAP)) {
                open = false;
                long pause = ground.faults()
                        .chance(Fault.WATCH_GAP)
                        .between(100_000_000, 30_000_000_000L);
                ground.scheduler()
                        .in(pause, actor, "watches " + kind.text() + " again",
                                this::list);
                return;
            }
            long latency = chance.between(200_000, 20_000_000);
            after = Math.max(after + 1, ground.scheduler().now() + latency);
            ground.scheduler()
                    .in(after - ground.scheduler().now(), actor, "sees " + ref,
                            () -> tell(ref, now));
        }

        private void tell(ObjectRef ref, Optional<Objects.Stored> now) {
            if (now.isPresent()) {
                known.add(place(ref));
                told.seen(kind, object(now.get()));
            } else if (known.remove(place(ref))) {
                told.gone(kind, place(ref));
            }
        }

        /** Behind what is still on its way from the watch before. */
        private void list() {
            Set<Place> gone = new java.util.LinkedHashSet<>(known);
            for (var ours : dev.fairlead.router.plan.Kind.values()) {
                if (ours.title().equals(kind.text()) && !UNUSED.contains(kind)) {
                    for (Objects.Stored stored : cluster.objects().all(ours)) {
                        gone.remove(place(stored.ref()));
                        tell(stored.ref(), Optional.of(stored));
                    }
                }
            }
            for (Place place : gone) {
                known.remove(place);
                told.gone(kind, place);
            }
            listed = true;
            open = true;
        }
    }
}
