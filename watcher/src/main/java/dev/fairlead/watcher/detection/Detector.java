package dev.fairlead.watcher.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.fairlead.canary.model.Provider;
import dev.fairlead.canary.reading.ReadingRules;
import dev.fairlead.canary.revision.SecretFingerprints;
import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.Life;
import dev.fairlead.events.Side;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.observation.DefinitionChanged;
import dev.fairlead.events.observation.DefinitionRefused;
import dev.fairlead.events.observation.DeletionRequested;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.ReadinessChanged;
import dev.fairlead.events.observation.RouteChanged;

/** Puts together all that is seen of a target. */
public final class Detector {

    private final DefinitionResolver resolver;

    private final RevisionRules revisions;

    private final Provider usual;

    /**
     * Looks by these settings.
     *
     * @param fingerprints
     *            of secret parts, by the cluster's key
     */
    public Detector(DetectionSettings settings, SecretFingerprints fingerprints) {
        this.resolver = new DefinitionResolver(settings, fingerprints);
        this.revisions = new RevisionRules(settings);
        this.usual = new ReadingRules(settings.meshProvider(), settings.metricsServer(),
                settings.crossNamespaceRefs()).provider();
    }

    /**
     * All that is seen of a target just now.
     *
     * @param last
     *            by what the target was looked at before; {@link Frame#NONE} at first
     */
    public Picture look(TargetKey target, Sightings sightings, Frame last) {
        Place place = new Place(target.namespace(), target.name());
        return sightings.canary(place)
                .map(canary -> look(target, canary, sightings, last))
                .orElse(Picture.NOTHING);
    }

    /** The generated objects that a target could have and has not, as {@code kind/name}. */
    public static Set<String> missing(TargetKey target, Picture picture, Sightings sightings) {
        return GeneratedObjects.absent(picture.frame(), target.namespace(), sightings);
    }

    private Picture look(TargetKey target, CanarySight canary, Sightings sightings, Frame last) {
        Life life = canary.life();
        Resolution resolution = resolver.resolve(canary, sightings);
        Frame frame = frame(resolution, canary, last);
        List<Observation> parts = new ArrayList<>();
        parts.add(switch (resolution) {
            case Resolution.Usable(Definition definition) ->
                    new DefinitionChanged(target, life, canary.seen(), definition);
            case Resolution.Unusable unusable ->
                    new DefinitionRefused(target, life, canary.seen(), unusable.problems());
        });
        if (canary.held()) {
            parts.add(new DeletionRequested(target, life, canary.seen()));
        }
        Set<String> pending = Set.of();
        if (!frame.isNone()) {
            WorkloadKind kind = frame.kind().orElseThrow();
            var revision = revisions.of(target, life, kind,
                    new Place(target.namespace(), frame.target()), sightings);
            revision.part().ifPresent(parts::add);
            pending = revision.pending();
            primary(target, life, frame, sightings).ifPresent(parts::add);
            canary(target, life, frame, sightings).ifPresent(parts::add);
            route(target, life, frame, sightings).ifPresent(parts::add);
        }
        return new Picture(life, canary.phase(), canary.statusFence(), frame, parts,
                GeneratedObjects.present(frame, target.namespace(), sightings), pending);
    }

    private Frame frame(Resolution resolution, CanarySight canary, Frame last) {
        return switch (resolution) {
            case Resolution.Usable(Definition definition) -> Frame.of(definition);
            case Resolution.Unusable _ when !last.isNone() -> last;
            case Resolution.Unusable _ -> Frame.guessed(canary.tree(), usual);
        };
    }

    private static Optional<Observation> primary(TargetKey target, Life life, Frame frame,
            Sightings sightings) {
        WorkloadKind kind = frame.kind().orElseThrow();
        Place place = new Place(target.namespace(), frame.primary());
        return sightings.workload(kind, place)
                .map(workload -> new ReadinessChanged(target, life, Side.PRIMARY, workload.seen(),
                        new Fingerprint(workload.promoted()),
                        ReadinessRules.ofPrimary(kind, workload, place,
                                frame.primaryThreshold())));
    }

    /** A Service that is the target is tried by its copy, which says of which revision it is. */
    private static Optional<Observation> canary(TargetKey target, Life life, Frame frame,
            Sightings sightings) {
        WorkloadKind kind = frame.kind().orElseThrow();
        boolean copied = kind == WorkloadKind.SERVICE;
        Place place = new Place(target.namespace(), copied ? frame.copy() : frame.target());
        return sightings.workload(kind, place)
                .map(workload -> new ReadinessChanged(target, life, Side.CANARY, workload.seen(),
                        copied ? new Fingerprint(workload.promoted()) : workload.template(),
                        ReadinessRules.ofCanary(kind, workload, place, frame.canaryThreshold())));
    }

    private static Optional<Observation> route(TargetKey target, Life life, Frame frame,
            Sightings sightings) {
        return RoutingObjects.route(frame, target.namespace(), sightings)
                .map(route -> new RouteChanged(target, life, route.seen(), route.canary(),
                        route.intact(), route.manager(), route.mirrored()));
    }
}
