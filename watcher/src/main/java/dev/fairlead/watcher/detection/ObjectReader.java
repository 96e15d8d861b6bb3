package dev.fairlead.watcher.detection;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.fairlead.canary.tree.JsonTree;

/** Reads the custom resources: keeps what a definition is made of, and drops the rest. */
public final class ObjectReader {

    private ObjectReader() {}

    public static CanarySight canary(ApiObject object) {
        String fence = JsonTree.text(JsonTree.mapAt(object.status(), "fairlead").get("fence"));
        return new CanarySight(object.seen(), JsonTree.text(object.status().get("phase")),
                ApiObject.fence(fence), tree(object), object.held());
    }

    /** A MetricTemplate or an AlertProvider. */
    public static RefSight reference(ApiObject object) {
        return new RefSight(object.seen(), tree(object));
    }

    private static Map<String, Object> tree(ApiObject object) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("namespace", object.place().namespace());
        metadata.put("name", object.place().name());
        metadata.put("uid", object.seen().uid());
        metadata.put("resourceVersion", Long.toString(object.seen().resourceVersion()));
        metadata.put("generation", object.seen().generation());
        metadata.put("annotations", object.annotations());
        return JsonTree.frozen(Map.of("metadata", metadata, "spec", object.spec()));
    }
}
