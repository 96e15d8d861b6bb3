package dev.fairlead.router.workload;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Revision;
import dev.fairlead.events.definition.WorkloadRef;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.PromoteWorkload;
import dev.fairlead.events.order.ScaleWorkload;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.cluster.Attempt;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.cluster.Overtaken;
import dev.fairlead.router.plan.Carried;
import dev.fairlead.router.plan.ConfigCopy;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.NodeScale;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.plan.PodForm;
import dev.fairlead.router.plan.PrimaryCreation;
import dev.fairlead.router.plan.PrimaryPlan;
import dev.fairlead.router.plan.PrimaryTemplate;
import dev.fairlead.router.plan.Promotion;
import dev.fairlead.router.plan.Scale;
import dev.fairlead.router.plan.SelectorLabel;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Workloads that have a pod template of their own. */
public final class PodWorkload implements Workload {

    private final PodForm form;

    private final ClusterObjects objects;

    private final RevisionReader revisions;

    private final WorkloadSettings settings;

    private final Blueprints blueprints;

    /**
     * @param form
     *            the kind of workload
     */
    public PodWorkload(PodForm form, ClusterObjects objects, RevisionReader revisions,
            WorkloadSettings settings) {
        this.form = form;
        this.objects = objects;
        this.revisions = revisions;
        this.settings = settings;
        this.blueprints = new Blueprints(objects);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(form.kind().title());
    }

    @Override
    public Optional<Pods> pods(WorkloadRef workload, String namespace, Attempt attempt) {
        ObjectRef target = ref(namespace, workload.name());
        Fields live = objects.require(target, attempt);
        return Optional.of(new Pods(SelectorLabel.of(target, live, settings.selectorLabels()),
                form.template(live)));
    }

    @Override
    public Primary prepare(PrepareTarget order, Attempt attempt) {
        OrderHead head = order.head();
        WorkloadRef workload = order.definition().workload();
        ObjectRef place = ref(head.target().namespace(), workload.primaryName());
        boolean missing = objects.read(place, attempt).isEmpty();
        if (missing && !order.blueprint().isNone()) {
            return new Primary(blueprints.remake(order, place, attempt), order.blueprint());
        }
        Source source = source(head, workload, attempt);
        if (missing) {
            requireUnmoved(source, order.revision());
            copyConfigs(source, head.fence(), attempt);
            return primary(create(source, true, head.fence(), attempt), attempt);
        }
        boolean configsMatch = configsMatch(source, attempt);
        Fields adopted = create(source, configsMatch, head.fence(), attempt);
        if (!configsMatch && Carried.by(adopted).sameAs(source.tracked().revision())) {
            copyConfigs(source, head.fence(), attempt);
        }
        return primary(adopted, attempt);
    }

    private Primary primary(Fields live, Attempt attempt) {
        return new Primary(Carried.by(live), blueprints.of(live, attempt));
    }

    @Override
    public Primary promote(PromoteWorkload order, Attempt attempt) {
        OrderHead head = order.head();
        WorkloadRef workload = order.definition().workload();
        Fields primary = objects.require(
                ref(head.target().namespace(), workload.primaryName()), attempt);
        Fence shown = Meta.fence(primary);
        if (head.fence().isBelow(shown)) {
            throw new Overtaken(shown);
        }
        if (head.fence().equals(shown) && Carried.by(primary).sameAs(order.revision())) {
            return primary(primary, attempt);
        }
        Source source = source(head, workload, attempt);
        requireUnmoved(source, order.revision());
        copyConfigs(source, head.fence(), attempt);
        boolean withReplicas = form.hasReplicas()
                && order.definition().scaler().equals(WorkloadRef.NONE);
        return primary(objects.write(new Promotion(source.plan(), withReplicas), head.fence(),
                attempt), attempt);
    }

    @Override
    public int scale(ScaleWorkload order, Optional<Integer> least, Attempt attempt) {
        String namespace = order.head().target().namespace();
        boolean up = order.direction() == Direction.UP;
        ObjectRef target = ref(namespace, order.workload().name());
        Fence fence = order.head().fence();
        return switch (form) {
            case DEPLOYMENT -> {
                int idle = up ? least.orElseGet(() -> ofPrimary(order, attempt)) : 0;
                yield objects.write(new Scale(target, up, idle), fence, attempt)
                        .number("spec", "replicas")
                        .orElse(1);
            }
            case DAEMON_SET -> {
                Fields live = objects.write(new NodeScale(target, up), fence, attempt);
                yield up ? live.number("status", "desiredNumberScheduled").orElse(0) : 0;
            }
        };
    }

    private int ofPrimary(ScaleWorkload order, Attempt attempt) {
        String namespace = order.head().target().namespace();
        return objects.read(ref(namespace, order.workload().primaryName()), attempt)
                .flatMap(primary -> primary.number("spec", "replicas"))
                .filter(wish -> wish > 0)
                .orElse(1);
    }

    private record Source(PrimaryPlan plan, TrackedRevision tracked) {}

    private Source source(OrderHead head, WorkloadRef workload, Attempt attempt) {
        String namespace = head.target().namespace();
        ObjectRef target = ref(namespace, workload.name());
        Fields live = objects.require(target, attempt);
        SelectorLabel label = SelectorLabel.of(target, live, settings.selectorLabels());
        form.requireRolling(target, live);
        TrackedRevision tracked = revisions.of(form, live, namespace, attempt);
        var template = new PrimaryTemplate(workload.name(), label,
                form.keepsApart() ? settings.selectorLabels() : List.of(),
                tracked.revision().configs().keySet());
        return new Source(
                new PrimaryPlan(form, head.target(), head.life(), live, tracked.revision(),
                        template, settings.prefixes(), id(head)),
                tracked);
    }

    private static void requireUnmoved(Source source, Revision ordered) {
        Revision found = source.tracked().revision();
        if (!found.sameAs(ordered)) {
            throw new Obstacle(Reason.MOVED_ON,
                    source.plan().form().kind().title() + "/"
                            + source.plan().template().workload(),
                    "Expected the revision " + ordered.template() + " with configs "
                            + ordered.configs().keySet() + ", but it is " + found.template()
                            + " with " + found.configs().keySet());
        }
    }

    private Fields create(Source source, boolean configsMatch, Fence fence, Attempt attempt) {
        return objects.write(new PrimaryCreation(source.plan(), configsMatch), fence, attempt);
    }

    private void copyConfigs(Source source, Fence fence, Attempt attempt) {
        source.tracked()
                .configs()
                .forEach((ref, config) -> objects.write(
                        new ConfigCopy(ConfigCopy.of(ref), source.plan().target(),
                                source.plan().life(),
                                config, settings.prefixes()),
                        fence, attempt));
    }

    private boolean configsMatch(Source source, Attempt attempt) {
        return source.tracked().configs().entrySet().stream().allMatch(config -> {
            ObjectRef ref = config.getKey();
            return objects.read(ConfigCopy.of(ref), attempt)
                    .filter(copy -> revisions.checksum(ref, copy)
                            .equals(revisions.checksum(ref, config.getValue())))
                    .isPresent();
        });
    }

    /** Random to look at, and the same for each delivery of the order. */
    private static String id(OrderHead head) {
        UUID hashed = UUID.nameUUIDFromBytes((head.id() + "/" + head.life()).getBytes(UTF_8));
        long version4 = hashed.getMostSignificantBits() & ~0xF000L | 0x4000L;
        return new UUID(version4, hashed.getLeastSignificantBits()).toString();
    }

    private ObjectRef ref(String namespace, String name) {
        return new ObjectRef(form.kind(), namespace, name);
    }
}
