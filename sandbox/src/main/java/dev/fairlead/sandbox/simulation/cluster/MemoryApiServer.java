package dev.fairlead.sandbox.simulation.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.cluster.Answer;
import dev.fairlead.router.cluster.ApiServer;
import dev.fairlead.router.cluster.Attempt;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;

/** The API server as a router's process reaches it. */
public final class MemoryApiServer implements ApiServer {

    /** Whom the API server names as the manager of what the engine writes. */
    public static final String ENGINE = "fairlead";

    private final Objects objects;
    private final Road road;
    private final Witness witness;

    /** The way to the API server, on which much may happen. */
    public interface Road {

        /** Before a call; time may pass here. */
        Fate out(ObjectRef object);

        /** After a write was done; whether the answer comes. */
        boolean back();
    }

    /** Told of each write of the engine, before it is done. */
    public interface Witness {

        void written(ObjectRef object, Fields before, Fields now);
    }

    /** What becomes of a call. */
    public enum Fate {
        DONE, UNREACHABLE, CONFLICT, THROTTLED
    }

    public MemoryApiServer(Objects objects, Road road, Witness witness) {
        this.objects = objects;
        this.road = road;
        this.witness = witness;
    }

    @Override
    public Answer get(ObjectRef object, Attempt attempt) {
        return switch (fate(object, attempt)) {
            case THROTTLED -> new Answer(429, Fields.EMPTY);
            case DONE, CONFLICT, UNREACHABLE -> objects.find(object)
                    .map(found -> new Answer(200, found.fields()))
                    .orElseGet(() -> new Answer(404, Fields.EMPTY));
        };
    }

    @Override
    public Answer create(ObjectRef object, Fields fields, Attempt attempt) {
        Fate fate = fate(object, attempt);
        if (fate == Fate.THROTTLED) {
            return new Answer(429, Fields.EMPTY);
        }
        if (fate == Fate.CONFLICT || objects.find(object).isPresent()) {
            return new Answer(409, Fields.EMPTY);
        }
        witness.written(object, Fields.EMPTY, fields);
        return answered(object, new Answer(201, objects.create(object, fields, ENGINE)));
    }

    @Override
    public Answer patch(ObjectRef object, List<Map<String, Object>> operations, boolean status,
            Attempt attempt) {
        Fate fate = fate(object, attempt);
        Optional<Objects.Stored> found = objects.find(object);
        if (fate == Fate.THROTTLED || found.isEmpty()) {
            return new Answer(fate == Fate.THROTTLED ? 429 : 404, Fields.EMPTY);
        }
        if (fate == Fate.CONFLICT) {
            return new Answer(409, Fields.EMPTY);
        }
        try {
            Fields before = found.get().fields();
            Fields wanted = Patches.apply(before, operations);
            witness.written(object, before, wanted);
            Fields now = status
                    ? objects.writeStatus(object, it -> wanted)
                    : objects.write(object, ENGINE, it -> wanted);
            return answered(object, new Answer(200, now));
        } catch (Patches.TestFailed e) {
            return new Answer(422, Fields.EMPTY);
        }
    }

    private Fate fate(ObjectRef object, Attempt attempt) {
        Fate fate = road.out(object);
        if (fate == Fate.UNREACHABLE || attempt.left().isZero()) {
            throw unreachable(object);
        }
        return fate;
    }

    private Answer answered(ObjectRef object, Answer answer) {
        if (!road.back()) {
            throw unreachable(object);
        }
        return answer;
    }

    private static Obstacle unreachable(ObjectRef object) {
        return new Obstacle(Reason.UNREACHABLE, object.toString(), "no answer");
    }

}
