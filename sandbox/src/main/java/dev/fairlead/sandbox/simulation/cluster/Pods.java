package dev.fairlead.sandbox.simulation.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.sandbox.simulation.cluster.Objects.Stored;
import dev.fairlead.sandbox.simulation.fate.Actor;
import dev.fairlead.sandbox.simulation.fate.Chance;
import dev.fairlead.sandbox.simulation.fate.Scheduler;

/** The controllers: Deployments get pods, and what a deleted Canary owned goes as well. */
final class Pods implements Objects.Viewer {

    /** Pods that have not come within this never will. */
    static final Duration PROGRESS = Duration.ofSeconds(60);

    private final Objects objects;
    private final Scheduler scheduler;
    private final Chance chance;
    private final Actor controller;

    Pods(Objects objects, Scheduler scheduler, Chance chance, Actor controller) {
        this.objects = objects;
        this.scheduler = scheduler;
        this.chance = chance;
        this.controller = controller;
    }

    @Override
    public void changed(ObjectRef ref, Optional<Stored> before, Optional<Stored> now) {
        if (ref.kind() == Kind.DEPLOYMENT && now.isPresent()) {
            boolean wished = before.isEmpty() || generation(before.get()) != generation(now.get());
            if (wished) {
                scheduler.in(chance.between(2_000_000, 200_000_000), controller,
                        "pods of " + ref.name(), () -> begin(ref, generation(now.get())));
            }
        } else if (ref.kind() == Kind.CANARY && now.isEmpty()) {
            String uid = Meta.uid(before.orElseThrow().fields());
            scheduler.in(chance.between(50_000_000, 500_000_000), controller,
                    "collects what " + ref.name() + " owned", () -> collect(uid));
        }
    }

    private void begin(ObjectRef ref, int generation) {
        Optional<Stored> found = current(ref, generation);
        if (found.isEmpty()) {
            return;
        }
        Fields deployment = found.get().fields();
        int wanted = deployment.number("spec", "replicas").orElse(1);
        Quality quality = Quality.of(deployment);
        int up = deployment.number("status", "availableReplicas").orElse(0);
        boolean same = up > 0 && pods(deployment).equals(deployment.text("status", "pods"));
        if (wanted == 0 || same) {
            status(ref, deployment, new Count(wanted, wanted, wanted), pods(deployment));
            return;
        }
        // those of old serve until there are enough new ones
        int serving = Math.min(up, wanted);
        Count begun = serving == 0
                ? new Count(wanted, wanted, 0)
                : new Count(wanted + 1, 1, serving);
        status(ref, deployment, begun, deployment.text("status", "pods"));
        if (quality.getsReady()) {
            scheduler.in(chance.between(300_000_000, 6_000_000_000L), controller,
                    "pods of " + ref.name() + " are ready", () -> end(ref, generation));
        } else {
            scheduler.in(PROGRESS, controller, "pods of " + ref.name() + " are given up",
                    () -> giveUp(ref, generation));
        }
    }

    private void end(ObjectRef ref, int generation) {
        current(ref, generation).ifPresent(found -> {
            int wanted = found.fields().number("spec", "replicas").orElse(1);
            status(ref, found.fields(), new Count(wanted, wanted, wanted),
                    pods(found.fields()));
        });
    }

    private void giveUp(ObjectRef ref, int generation) {
        if (current(ref, generation).isPresent()) {
            objects.writeStatus(ref, now -> now.with(List.of(Map.of("type", "Progressing", "status",
                    "False", "reason", "ProgressDeadlineExceeded")), "status", "conditions"));
        }
    }

    /** Pods by what is told of them. */
    private record Count(int all, int updated, int available) {}

    private void status(ObjectRef ref, Fields deployment, Count count, String pods) {
        objects.writeStatus(ref, now -> now.without("status", "conditions")
                .with(generation(deployment), "status", "observedGeneration")
                .with(count.all(), "status", "replicas")
                .with(count.updated(), "status", "updatedReplicas")
                .with(count.available(), "status", "availableReplicas")
                .with(pods, "status", "pods"));
    }

    /** Names the pods that a template makes; other pods are made anew. */
    private static String pods(Fields deployment) {
        return Integer.toHexString(deployment.fields("spec", "template").hashCode());
    }

    private Optional<Stored> current(ObjectRef ref, int generation) {
        return objects.find(ref).filter(found -> generation(found) == generation);
    }

    private void collect(String uid) {
        for (Kind kind : Kind.values()) {
            objects.all(kind)
                    .stream()
                    .filter(it -> it.fields()
                            .list("metadata", "ownerReferences")
                            .stream()
                            .anyMatch(owner -> owner.text("uid").equals(uid)))
                    .forEach(it -> objects.delete(it.ref()));
        }
    }

    private static int generation(Stored stored) {
        return generation(stored.fields());
    }

    private static int generation(Fields fields) {
        return fields.number("metadata", "generation").orElse(0);
    }
}
