package dev.fairlead.router.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.fabric8.kubernetes.client.utils.Serialization;

import dev.fairlead.events.order.ChangeOrder;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;

/**
 * A folder: the objects that are there, an order, and the objects that are written. An order says
 * only how it differs from {@code order.yaml} beside the folders.
 */
record GoldenCase(Path folder) {

    static final Path ROOT = Path.of("src/test/resources/golden");

    String name() {
        return folder.getFileName().toString();
    }

    ChangeOrder order() {
        Fields said = yaml(folder.resolve("order.yaml"));
        Fields base = base();
        Fields order = said.with(over(base.fields("head"), said.fields("head")).map(), "head");
        if (said.has("definition") || !said.text("type").equals("ScaleWorkload")
                && !said.text("type").equals("ReportStatus")) {
            order = order.with(over(base.fields("definition"), said.fields("definition")).map(),
                    "definition");
        }
        if (said.text("type").equals("PrepareTarget") && !said.has("blueprint")) {
            order = order.with(base.fields("blueprint"), "blueprint");
        }
        return (ChangeOrder) WordJson.tolerant().convertValue(order.map(), Order.class);
    }

    /** What an order is unless its folder says otherwise. */
    static Fields base() {
        return yaml(ROOT.resolve("order.yaml"));
    }

    /** What is reported, such as {@code ChangeApplied} or {@code ChangeRefused DRIFT}. */
    String report() {
        return yaml(folder.resolve("order.yaml")).text("expected");
    }

    Map<ObjectRef, Fields> objects(String prefix) {
        Map<ObjectRef, Fields> objects = new TreeMap<>(
                java.util.Comparator.comparing(ObjectRef::toString));
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().startsWith(prefix + "-"))
                    .map(GoldenCase::yaml)
                    .forEach(object -> objects.put(refOf(object), object));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return objects;
    }

    static ObjectRef refOf(Fields object) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> one.title().equals(object.text("kind"))
                        && one.apiVersion().equals(object.text("apiVersion")))
                .findFirst()
                .orElseThrow();
        return new ObjectRef(kind, object.text("metadata", "namespace"),
                object.text("metadata", "name"));
    }

    private static Fields yaml(Path file) {
        try {
            return Fields.of(Serialization.unmarshal(Files.readString(file), Map.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fields over(Fields base, Fields more) {
        Fields over = base;
        for (var entry : more.map().entrySet()) {
            boolean both = entry.getValue() instanceof Map
                    && base.at(entry.getKey()).orElse("") instanceof Map;
            over = over.with(both
                    ? over(base.fields(entry.getKey()), more.fields(entry.getKey()))
                    : entry.getValue(), entry.getKey());
        }
        return over;
    }
}
