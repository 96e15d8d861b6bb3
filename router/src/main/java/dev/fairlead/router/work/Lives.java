package dev.fairlead.router.work;

import java.util.Optional;

import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.cluster.Attempt;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;

/** Lets through only orders for the Canary that lives now. */
final class Lives {

    private final ClusterObjects objects;

    Lives(ClusterObjects objects) {
        this.objects = objects;
    }

    /**
     * Compares with the Canary as it was last seen, which each write of its status proves; reads
     * it when it was not seen or seems to be another.
     *
     * @throws Obstacle
     *             OTHER_LIFE when the Canary is another, MISSING when there is none
     */
    void require(OrderHead head, Attempt attempt) {
        if (is(objects.recall(canary(head), attempt), head)) {
            return;
        }
        requireNow(head, attempt);
    }

    /**
     * Compares with the Canary as it is. For orders that make objects: made for a Canary that was
     * deleted meanwhile they would come back after it.
     *
     * @throws Obstacle
     *             OTHER_LIFE when the Canary is another, MISSING when there is none
     */
    void requireNow(OrderHead head, Attempt attempt) {
        ObjectRef canary = canary(head);
        Fields now = objects.require(canary, attempt);
        if (!is(Optional.of(now), head)) {
            throw new Obstacle(Reason.OTHER_LIFE, canary.toString(),
                    "Expected the Canary " + head.life() + ", but it is " + Meta.uid(now));
        }
    }

    private static ObjectRef canary(OrderHead head) {
        return new ObjectRef(Kind.CANARY, head.target().namespace(), head.target().name());
    }

    private static boolean is(Optional<Fields> canary, OrderHead head) {
        return canary.map(Meta::uid).filter(head.life().uid()::equals).isPresent();
    }
}
