package dev.fairlead.sandbox.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.fairlead.sandbox.child.Child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The way from modules to binaries with a made-up Go, whose answers the test chooses. */
class KitBuildIT {

    private static final String BUILDS = """
            while [ "$1" != -o ]; do shift; done
            mkdir -p "$(dirname "$2")"
            printf '#!/bin/sh\\necho etcd Version: 3.6.8\\n' >"$2"
            chmod 755 "$2"
            """;

    @TempDir
    private Path folder;
    private KitRun kit;

    @BeforeEach
    void surroundings() throws IOException {
        kit = new KitRun(folder).with("PATH", folder + ":/usr/bin:/bin")
                .with("FAIRLEAD_KIT_ONLY", "etcd")
                .with("FAIRLEAD_KIT_ROUTES", "build,download")
                .with("FAIRLEAD_KIT_MIRROR", "http://127.0.0.1:1")
                .with("FAIRLEAD_KIT_MACHINE", "x86_64")
                .pinned("");
    }

    @Test
    void what_go_builds_is_installed_and_the_usual_time_is_told() throws Exception {
        go("go1.26.4", BUILDS);

        KitRun.Outcome outcome = kit.run();

        assertThat(outcome.answer()).as(outcome.told())
                .isEqualTo("etcd=" + kit.cache() + "/etcd-3.6.8/etcd\n");
        assertThat(outcome.told())
                .contains("etcd: building from its published modules, usually half a minute, once");
    }

    @Test
    void a_failed_build_shows_its_last_lines_and_leads_to_the_download() throws Exception {
        go("go1.26.4", "echo 'main.go:1: it does not compile' >&2; exit 1\n");

        KitRun.Outcome outcome = kit.run();

        assertThat(outcome.told()).contains("main.go:1: it does not compile")
                .contains("downloading http://127.0.0.1:1/github.com/etcd-io");
        assertThat(kit.cached()).isEmpty();
    }

    @Test
    void a_go_that_is_too_old_is_not_asked_to_build() throws Exception {
        go("go1.19.8", BUILDS);

        KitRun.Outcome outcome = kit.run();

        assertThat(outcome.told()).contains("etcd: not built, there is no Go 1.26 or newer here");
    }

    @Test
    void a_build_ends_with_whoever_asked_for_it() throws Exception {
        go("go1.26.4", "echo $$ >'" + folder.resolve("build.pid") + "'; exec sleep 600\n");
        try (Child asking = Child.start("asking", folder, folder.resolve("log"),
                Map.of("PATH", folder + ":/usr/bin:/bin", "FAIRLEAD_KIT_ONLY", "etcd",
                        "FAIRLEAD_KIT_ROUTES",
                        "build", "FAIRLEAD_KIT_CACHE", kit.cache().toString()),
                List.of(Path.of("kit/kit").toAbsolutePath().toString()))) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Files.exists(folder.resolve("build.pid")));
            assertThat(asking.isAlive()).isTrue();
        }
        long build = Long.parseLong(Files.readString(folder.resolve("build.pid")).strip());
        await().atMost(Duration.ofSeconds(10)).until(() -> ProcessHandle.of(build).isEmpty());
    }

    private void go(String version, String build) throws IOException {
        Path script = Files.writeString(folder.resolve("go"), """
                #!/bin/sh
                case "$1 $2" in
                    'env GOVERSION') echo '%s'; exit 0 ;;
                    'env GOTOOLCHAIN') echo auto; exit 0 ;;
                    list*) echo one; echo two; exit 0 ;;
                esac
                """.formatted(version) + build);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
