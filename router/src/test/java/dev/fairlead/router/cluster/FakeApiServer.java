package dev.fairlead.router.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.ObjectRef;

/** Keeps objects in memory and answers as an API server does, versions and failed tests included. */
public final class FakeApiServer implements ApiServer {

    private static final ObjectMapper JSON = new ObjectMapper()
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Map<ObjectRef, Fields> objects = new LinkedHashMap<>();

    private final List<String> calls = new ArrayList<>();

    private Consumer<ObjectRef> beforePatch = ref -> {};

    private UnaryOperator<Fields> pruning = UnaryOperator.identity();

    private int version = 100;

    /** Puts an object there as somebody else would. */
    public void put(ObjectRef ref, Fields object) {
        objects.put(ref, versioned(object));
    }

    public void remove(ObjectRef ref) {
        objects.remove(ref);
    }

    public Optional<Fields> object(ObjectRef ref) {
        return Optional.ofNullable(objects.get(ref));
    }

    public Map<ObjectRef, Fields> objects() {
        return Map.copyOf(objects);
    }

    /** Each call so far, as {@code verb Kind/name}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public void forgetCalls() {
        calls.clear();
    }

    /** Lets somebody else write between a read and our write. */
    public void beforePatch(Consumer<ObjectRef> action) {
        beforePatch = action;
    }

    /** Drops what a resource definition does not know. */
    public void pruning(UnaryOperator<Fields> schema) {
        pruning = schema;
    }

    @Override
    public Answer get(ObjectRef ref, Attempt attempt) {
        calls.add("get " + ref);
        return object(ref).map(object -> new Answer(200, object)).orElse(missing());
    }

    @Override
    public Answer create(ObjectRef ref, Fields fields, Attempt attempt) {
        calls.add("create " + ref);
        if (objects.containsKey(ref)) {
            return new Answer(409, Fields.EMPTY.with("already exists", "message"));
        }
        objects.put(ref, versioned(fields.with("uid-" + ref.name(), "metadata", "uid")));
        return new Answer(201, objects.get(ref));
    }

    @Override
    public Answer patch(ObjectRef ref, List<Map<String, Object>> operations, boolean status,
            Attempt attempt) {
        calls.add((status ? "patch-status " : "patch ") + ref);
        beforePatch.accept(ref);
        Fields live = objects.get(ref);
        if (live == null) {
            return missing();
        }
        try {
            JsonNode patched = JsonPatch.apply(JSON.valueToTree(operations),
                    JSON.valueToTree(live.map()));
            Fields changed = Fields.of(JSON.convertValue(patched, Map.class));
            Fields kept = status
                    ? live.withUnlessEmpty(changed.fields("status"), "status")
                    : changed;
            objects.put(ref, versioned(kept));
            return new Answer(200, objects.get(ref));
        } catch (JsonPatchException e) {
            return new Answer(422, Fields.EMPTY.with("the test failed", "message"));
        }
    }

    private Fields versioned(Fields object) {
        version++;
        return pruning.apply(object).with(String.valueOf(version), "metadata", "resourceVersion");
    }

    private static Answer missing() {
        return new Answer(404, Fields.EMPTY.with("not found", "message"));
    }

    /** Shows what an object is but for the version, which is nobody's wish. */
    public static Fields withoutVersion(Fields object) {
        return Meta.resourceVersion(object).isEmpty()
                ? object
                : object.without("metadata", "resourceVersion");
    }
}
