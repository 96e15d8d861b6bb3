package dev.fairlead.router.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import dev.fairlead.events.report.ChangeRefused;
import dev.fairlead.events.report.Report;
import dev.fairlead.router.cluster.FakeApiServer;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.ObjectRef;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every folder of {@code golden} is a test: in, order, out. With {@code -Dgolden.write=true} the
 * out files are written instead; read them before they are committed.
 */
class GoldenTest {

    @TestFactory
    Stream<DynamicTest> golden() throws IOException {
        List<Path> folders;
        try (Stream<Path> found = Files.list(GoldenCase.ROOT)) {
            folders = found.filter(Files::isDirectory).sorted().toList();
        }
        return folders.stream()
                .map(GoldenCase::new)
                .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> check(golden)));
    }

    private static void check(GoldenCase golden) throws IOException {
        FakeApiServer api = new FakeApiServer();
        golden.objects("in").forEach(api::put);
        Map<ObjectRef, Fields> before = api.objects();

        Report report = Bench.over(api).answer(golden.order());
        String answered = report.getClass().getSimpleName()
                + (report instanceof ChangeRefused refused
                        ? " " + refused.reason() + " " + refused.message()
                        : "");

        Map<ObjectRef, Fields> written = new TreeMap<>(Comparator.comparing(ObjectRef::toString));
        api.objects().forEach((ref, object) -> {
            if (!object.equals(before.get(ref))) {
                written.put(ref, FakeApiServer.withoutVersion(object));
            }
        });
        if (Boolean.getBoolean("golden.write")) {
            write(golden.folder(), written);
        }
        assertThat(answered).startsWith(golden.report());
        assertThat(written).isEqualTo(golden.objects("out"));
    }

    private static void write(Path folder, Map<ObjectRef, Fields> written) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path old : files.filter(
                    file -> file.getFileName().toString().startsWith("out-")).toList()) {
                Files.delete(old);
            }
        }
        for (var entry : written.entrySet()) {
            Path file = folder.resolve("out-" + entry.getKey().kind().title() + "-"
                    + entry.getKey().name() + ".yaml");
            Files.writeString(file, Serialization.asYaml(entry.getValue().map())
                    .replaceFirst("^---\n", ""));
        }
    }
}
