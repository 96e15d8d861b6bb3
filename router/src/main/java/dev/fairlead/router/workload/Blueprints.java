package dev.fairlead.router.workload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.Revision;
import dev.fairlead.events.Tree;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.cluster.Attempt;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.plan.Carried;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.plan.Remake;

/** Notes what a primary was made of, and makes it again from that. */
final class Blueprints {

    /** A larger one is not kept, in characters: it would not fit into a record beside the rest. */
    static final int LARGEST = 256 * 1024;

    private static final String SECRET = "secret/";
    private static final String CONFIG_MAP = "configmap/";
    private static final String COPY = "-primary";

    private final ClusterObjects objects;

    Blueprints(ClusterObjects objects) {
        this.objects = objects;
    }

    /** What a primary can be made again from; {@link Blueprint#NONE} when that is too large. */
    Blueprint of(Fields primary, Attempt attempt) {
        String namespace = primary.text("metadata", "namespace");
        Map<String, Tree> configs = new TreeMap<>();
        for (String name : named(Carried.by(primary), CONFIG_MAP)) {
            objects.recall(new ObjectRef(Kind.CONFIG_MAP, namespace, name + COPY), attempt)
                    .ifPresent(copy -> configs.put(name + COPY,
                            new Tree(Remake.kept(copy).map())));
        }
        var blueprint = new Blueprint(new Tree(Remake.kept(primary).map()), configs);
        return blueprint.toString().length() > LARGEST ? Blueprint.NONE : blueprint;
    }

    /**
     * Makes the primary again, and those of its configs that are gone.
     *
     * @return the revision that it carries
     * @throws Obstacle
     *             MISSING when the copy of a Secret is gone: its content is kept nowhere
     */
    Revision remake(PrepareTarget order, ObjectRef place, Attempt attempt) {
        OrderHead head = order.head();
        Fields primary = Fields.of(order.blueprint().workload().fields());
        requireSecrets(Carried.by(primary), place.namespace(), attempt);
        order.blueprint().configs().forEach((name, copy) -> {
            var config = new ObjectRef(Kind.CONFIG_MAP, place.namespace(), name);
            if (objects.read(config, attempt).isEmpty()) {
                objects.write(new Remake(config, head.target(), head.life(),
                        Fields.of(copy.fields())), head.fence(), attempt);
            }
        });
        return Carried.by(objects.write(
                new Remake(place, head.target(), head.life(), primary), head.fence(), attempt));
    }

    private void requireSecrets(Revision revision, String namespace, Attempt attempt) {
        for (String name : named(revision, SECRET)) {
            var secret = new ObjectRef(Kind.SECRET, namespace, name + COPY);
            Optional<Fields> copy = objects.read(secret, attempt);
            if (copy.isEmpty()) {
                throw new Obstacle(Reason.MISSING, secret.toString(), "secret " + secret.name()
                        + "." + namespace + " is gone and its content is kept nowhere: the"
                        + " primary cannot be made again before it is back");
            }
        }
    }

    private static List<String> named(Revision revision, String kind) {
        return revision.configs()
                .keySet()
                .stream()
                .filter(config -> config.startsWith(kind))
                .map(config -> config.substring(kind.length()))
                .toList();
    }
}
