package dev.fairlead.router.cluster;

import java.util.Optional;

import dev.fairlead.events.Fence;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.JsonPatch;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;

/**
 * Reads and writes the objects of one cluster. A write carries the fence of its order and goes
 * through only on the version it was made for: a later order is never undone, and nothing that
 * others wrote meanwhile is lost.
 */
public final class ClusterObjects {

    /** How often an object may change under a write before the attempt is given up. */
    public static final int MAX_VERSIONS = 4;

    private final ApiServer api;

    private final Memory memory;

    public ClusterObjects(ApiServer api, Memory memory) {
        this.api = api;
        this.memory = memory;
    }

    /** The object as it is. */
    public Optional<Fields> read(ObjectRef ref, Attempt attempt) {
        Answer answer = api.get(ref, attempt);
        if (answer.isDone()) {
            memory.keep(ref, answer.body(), Fence.NONE);
            return Optional.of(answer.body());
        }
        memory.forget(ref);
        if (answer.isMissing()) {
            return Optional.empty();
        }
        throw answer.obstacle(ref);
    }

    /**
     * The object as it is.
     *
     * @throws Obstacle
     *             MISSING when there is none
     */
    public Fields require(ObjectRef ref, Attempt attempt) {
        return read(ref, attempt).orElseThrow(() -> missing(ref));
    }

    /** The object as it was last seen, read only when it was not. */
    public Optional<Fields> recall(ObjectRef ref, Attempt attempt) {
        return memory.recall(ref).or(() -> read(ref, attempt));
    }

    /**
     * Makes an object what it is to be.
     *
     * @return the object as it stands now
     * @throws Overtaken
     *             when it shows a later fence
     * @throws Obstacle
     *             when it cannot be written, or shows this fence with other content
     */
    public Fields write(Draft draft, Fence fence, Attempt attempt) {
        ObjectRef ref = draft.object();
        if (fence.isBelow(memory.fence(ref))) {
            throw new Overtaken(memory.fence(ref));
        }
        Optional<Fields> known = memory.recall(ref);
        Optional<Fields> done = known.isPresent()
                ? overMemory(draft, known.get(), fence, attempt)
                : Optional.empty();
        if (known.isEmpty() && draft.isLikelyNew()) {
            done = create(draft, fence, attempt);
        }
        for (int version = 0; done.isEmpty() && version < MAX_VERSIONS; version++) {
            Optional<Fields> live = read(ref, attempt);
            done = live.isPresent()
                    ? correct(draft, live.get(), fence, attempt)
                    : create(draft, fence, attempt);
        }
        return done.orElseThrow(() -> new Obstacle(Reason.CONFLICT, ref.toString(),
                "changed " + MAX_VERSIONS + " times while it was being written"));
    }

    /** What is remembered may be refused for being old; only what is read counts then. */
    private Optional<Fields> overMemory(Draft draft, Fields known, Fence fence, Attempt attempt) {
        try {
            return correct(draft, known, fence, attempt);
        } catch (Obstacle e) {
            return switch (e.reason()) {
                case DRIFT, OTHER_LIFE, INVALID, MISSING -> Optional.empty();
                case MOVED_ON, FORBIDDEN, NAMESPACE_TERMINATING, EXPIRED, UNREACHABLE, CONFLICT,
                        THROTTLED -> throw e;
            };
        }
    }

    private Optional<Fields> correct(Draft draft, Fields live, Fence fence, Attempt attempt) {
        Fence shown = draft.shown(live);
        if (fence.isBelow(shown)) {
            throw new Overtaken(shown);
        }
        if (shown.equals(fence)) {
            return Optional.of(unlessDrifted(draft, live, fence));
        }
        var patch = JsonPatch.between(live, draft.fenced(draft.corrected(live), fence));
        if (patch.isEmpty()) {
            return Optional.of(live);
        }
        Answer answer = api.patch(draft.object(), patch, draft.isStatus(), attempt);
        return taken(draft.object(), answer, answer.isMissing() || answer.isOtherVersion(), fence);
    }

    private static Fields unlessDrifted(Draft draft, Fields live, Fence fence) {
        if (draft.mayDrift() && !draft.corrected(live).equals(live)) {
            throw new Obstacle(Reason.DRIFT, draft.object().toString(),
                    "shows fence " + fence + " with other content");
        }
        return live;
    }

    private Optional<Fields> create(Draft draft, Fence fence, Attempt attempt) {
        ObjectRef ref = draft.object();
        Fields wanted = draft.created().orElseThrow(() -> missing(ref));
        Answer answer = api.create(ref, draft.fenced(wanted, fence), attempt);
        return taken(ref, answer, answer.code() == 409, fence);
    }

    private Optional<Fields> taken(ObjectRef ref, Answer answer, boolean again, Fence fence) {
        if (answer.isDone()) {
            memory.keep(ref, answer.body(), fence);
            return Optional.of(answer.body());
        }
        memory.forget(ref);
        if (again) {
            return Optional.empty();
        }
        throw answer.obstacle(ref);
    }

    private static Obstacle missing(ObjectRef ref) {
        return new Obstacle(Reason.MISSING, ref.toString(), "does not exist");
    }
}
