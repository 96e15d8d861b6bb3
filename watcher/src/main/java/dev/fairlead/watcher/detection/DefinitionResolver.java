package dev.fairlead.watcher.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.fairlead.canary.model.Canary;
import dev.fairlead.canary.model.CanarySpec;
import dev.fairlead.canary.model.GateTimeout;
import dev.fairlead.canary.model.ObjectRef;
import dev.fairlead.canary.model.Wishes;
import dev.fairlead.canary.reading.CanaryReader;
import dev.fairlead.canary.reading.NotSupportedYet;
import dev.fairlead.canary.reading.Reading;
import dev.fairlead.canary.reading.ReadingRules;
import dev.fairlead.canary.revision.SecretFingerprints;
import dev.fairlead.canary.tree.JsonTree;
import dev.fairlead.events.Tree;
import dev.fairlead.events.definition.Analysis;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.Policies;
import dev.fairlead.events.definition.PrimaryScaler;
import dev.fairlead.events.definition.Problem;
import dev.fairlead.events.definition.Steps;
import dev.fairlead.events.definition.WorkloadRef;

/**
 * Makes one whole definition of a Canary, the templates and providers that it names, and the
 * settings; or says all that stands in the way.
 */
final class DefinitionResolver {

    private final CanaryReader reader;

    private final MetricResolver metrics;

    private final HookResolver hooks;

    private final AlertResolver alerts;

    DefinitionResolver(DetectionSettings settings, SecretFingerprints fingerprints) {
        Addresses addresses = new Addresses(fingerprints);
        this.reader = new CanaryReader(new ReadingRules(settings.meshProvider(),
                settings.metricsServer(), settings.crossNamespaceRefs()));
        this.metrics = new MetricResolver(addresses);
        this.hooks = new HookResolver(addresses, settings.eventWebhook());
        this.alerts = new AlertResolver(addresses);
    }

    Resolution resolve(CanarySight sight, Sightings sightings) {
        return switch (reader.read(sight.tree())) {
            case Reading.Invalid<Canary> invalid ->
                    new Resolution.Unusable(Problems.of(invalid));
            case Reading.Valid<Canary>(Canary canary) -> resolve(canary, sight.tree(), sightings);
        };
    }

    private Resolution resolve(Canary canary, Map<String, Object> tree, Sightings sightings) {
        CanarySpec spec = canary.spec();
        List<Problem> problems = new ArrayList<>(NotSupportedYet.in(spec));
        var checks = metrics.resolve(canary, sightings, problems);
        var resolvedHooks = hooks.resolve(canary);
        var routes = alerts.resolve(canary, sightings, problems);
        if (!problems.isEmpty()) {
            return new Resolution.Unusable(problems);
        }
        var wishes = canary.wishes();
        return new Resolution.Usable(new Definition(spec.provider().text(),
                new WorkloadRef(spec.target().apiVersion(), spec.target().kind().text(),
                        spec.target().name()),
                scaler(spec), traffic(spec, tree), analysis(spec, tree), checks, resolvedHooks,
                routes, spec.progressDeadline(),
                new Definition.Drain(wishes.drain().afterPromotion(),
                        wishes.drain().afterRollback()),
                policies(wishes),
                new Definition.Switches(spec.skipAnalysis(), spec.suspend(),
                        spec.revertOnDeletion()),
                primaryScaler(spec)));
    }

    private static WorkloadRef scaler(CanarySpec spec) {
        ObjectRef ref = spec.autoscaler().ref();
        return ref.given()
                ? new WorkloadRef(ref.apiVersion(), ref.kind(), ref.name())
                : WorkloadRef.NONE;
    }

    private static PrimaryScaler primaryScaler(CanarySpec spec) {
        var scaler = spec.autoscaler();
        return new PrimaryScaler(scaler.primaryMinReplicas(), scaler.primaryMaxReplicas(),
                scaler.primaryQueries());
    }

    private static Definition.Traffic traffic(CanarySpec spec, Map<String, Object> tree) {
        var service = spec.service();
        return new Definition.Traffic(service.apexName(), service.port().number(),
                new Tree(JsonTree.mapAt(tree, "spec", "service")),
                new Definition.RouteNames(orTarget(spec.ingress(), spec),
                        orTarget(spec.route(), spec)));
    }

    private static String orTarget(ObjectRef ref, CanarySpec spec) {
        return ref.given() ? ref.name() : spec.target().name();
    }

    private static Analysis analysis(CanarySpec spec, Map<String, Object> tree) {
        var analysis = spec.analysis();
        var weights = analysis.weights();
        return new Analysis(analysis.interval(), analysis.threshold(), analysis.iterations(),
                new Steps(weights.step(), weights.steps(), weights.declaredMaximum(),
                        weights.promotionStep()),
                new Analysis.Mirror(analysis.mirroring().wanted(), analysis.mirroring().weight()),
                analysis.match().stream().map(Tree::new).toList(),
                new Tree(JsonTree.mapAt(tree, "spec", "analysis", "sessionAffinity")),
                analysis.ready().primary(), analysis.ready().canary());
    }

    private static Policies policies(Wishes wishes) {
        return new Policies(unanswered(wishes.onNoData()), unanswered(wishes.onSourceError()),
                wishes.gateTimeout().after(), gate(wishes.gateTimeout()));
    }

    private static Policies.Unanswered unanswered(dev.fairlead.canary.model.Absence absence) {
        return switch (absence) {
            case FAILED -> Policies.Unanswered.FAILED;
            case HOLD -> Policies.Unanswered.HOLD;
        };
    }

    private static Policies.GateDefault gate(GateTimeout timeout) {
        return switch (timeout.action()) {
            case REMIND -> Policies.GateDefault.REMIND;
            case ROLLBACK -> Policies.GateDefault.ROLLBACK;
        };
    }
}
