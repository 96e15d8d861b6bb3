package dev.fairlead.orchestrator.testlog;

import java.util.List;
import java.util.Map;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.Life;
import dev.fairlead.events.Revision;
import dev.fairlead.events.Seen;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Tree;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.PrimaryScaler;
import dev.fairlead.events.definition.WorkloadRef;
import dev.fairlead.events.observation.DefinitionChanged;
import dev.fairlead.events.observation.RevisionDetected;

/** What a watcher might say. */
public final class Claims {

    private Claims() {}

    public static DefinitionChanged definition(TargetKey target, String uid, long resourceVersion,
            long generation) {
        return new DefinitionChanged(target, new Life(uid),
                seen("Canary", target, uid, resourceVersion, generation), definition(target));
    }

    public static RevisionDetected revision(TargetKey target, String uid, long resourceVersion,
            String template) {
        return new RevisionDetected(target, new Life(uid),
                seen("Deployment", target, "workload-of-" + uid, resourceVersion, 1),
                new Revision(new Fingerprint(template), Map.of(), List.of("demo:" + template)), 2);
    }

    public static Definition definition(TargetKey target) {
        Definition none = Definition.NONE;
        return new Definition("istio",
                new WorkloadRef("apps/v1", "Deployment", target.name()), WorkloadRef.NONE,
                new Definition.Traffic(target.name(), 80, Tree.EMPTY,
                        new Definition.RouteNames(target.name(), target.name())),
                none.analysis(), List.of(), List.of(), List.of(), none.progressDeadline(),
                none.drain(), none.policies(), none.switches(),
                PrimaryScaler.NONE);
    }

    private static Seen seen(String kind, TargetKey target, String uid, long resourceVersion,
            long generation) {
        return new Seen(kind, target.name(), uid, resourceVersion, generation, generation,
                Fence.NONE);
    }
}
