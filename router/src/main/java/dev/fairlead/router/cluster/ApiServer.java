package dev.fairlead.router.cluster;

import java.util.List;
import java.util.Map;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.ObjectRef;

/**
 * The calls that are made to one API server. Objects go and come whole, unknown fields included,
 * but for {@code metadata.managedFields}.
 *
 * <p>
 * Every call ends within the attempt; when the API server does not answer in time or cannot be
 * reached, it throws an {@link dev.fairlead.router.plan.Obstacle} with the reason UNREACHABLE.
 */
public interface ApiServer {

    Answer get(ObjectRef object, Attempt attempt);

    /** Creates an object; 409 when it exists. */
    Answer create(ObjectRef object, Fields fields, Attempt attempt);

    /**
     * Changes an object.
     *
     * @param operations
     *            after RFC 6902
     * @param status
     *            whether it is the status that is changed
     */
    Answer patch(ObjectRef object, List<Map<String, Object>> operations, boolean status,
            Attempt attempt);
}
