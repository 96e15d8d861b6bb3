package dev.fairlead.watcher.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;

import dev.fairlead.events.Seen;
import dev.fairlead.watcher.detection.ApiObject;
import dev.fairlead.watcher.detection.Place;

/** From the client's objects to those that are thought about. */
final class ApiObjects {

    private static final String OURS = "fairlead";

    private ApiObjects() {}

    static ApiObject of(Kind kind, GenericKubernetesResource object) {
        ObjectMeta metadata = object.getMetadata();
        Map<String, String> annotations =
                Objects.requireNonNullElse(metadata.getAnnotations(), Map.of());
        Seen seen = new Seen(kind.text(), metadata.getName(),
                Objects.requireNonNullElse(metadata.getUid(), ""),
                version(metadata.getResourceVersion()),
                Objects.requireNonNullElse(metadata.getGeneration(), 0L), observed(object),
                ApiObject.fence(annotations.getOrDefault(ApiObject.FENCE, "")));
        return new ApiObject(seen, place(object), annotations, manager(metadata),
                object.getAdditionalProperties(), isHeld(metadata));
    }

    private static boolean isHeld(ObjectMeta metadata) {
        return metadata.getDeletionTimestamp() != null
                && Objects.requireNonNullElse(metadata.getFinalizers(), List.of())
                        .contains(ApiObject.FINALIZER);
    }

    static Place place(GenericKubernetesResource object) {
        return new Place(object.getMetadata().getNamespace(), object.getMetadata().getName());
    }

    private static long version(String text) {
        return Long.parseLong(text);
    }

    private static long observed(GenericKubernetesResource object) {
        return object.get("status", "observedGeneration") instanceof Number number
                ? number.longValue()
                : 0;
    }

    /** Times have whole seconds: of two writes in one, the one that is not ours is the news. */
    private static String manager(ObjectMeta metadata) {
        List<ManagedFieldsEntry> writes =
                Objects.requireNonNullElse(metadata.getManagedFields(), List.of());
        return writes.stream()
                .filter(write -> !"status".equals(write.getSubresource()))
                .filter(write -> write.getManager() != null)
                .max(Comparator.comparing(ApiObjects::time)
                        .thenComparing(write -> !write.getManager().startsWith(OURS)))
                .map(ManagedFieldsEntry::getManager)
                .orElse("");
    }

    private static String time(ManagedFieldsEntry write) {
        return Objects.requireNonNullElse(write.getTime(), "");
    }
}
