package dev.fairlead.sandbox.kit;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KitIT {

    private static final String ETCD = "github.com/etcd-io/etcd/releases/download/v3.6.8/";
    private static final String ETCD_ARCHIVE = "etcd-v3.6.8-linux-amd64.tar.gz";
    private static final String KUBERNETES = "dl.k8s.io/v1.36.2/";
    private static final String KUBERNETES_ARCHIVE = "kubernetes-server-linux-amd64.tar.gz";
    private static final String WRONG = "0".repeat(64);

    @TempDir
    private Path folder;
    private Mirror mirror;
    private KitRun kit;

    @BeforeEach
    void serveMadeUpReleases() throws Exception {
        mirror = new Mirror(folder.resolve("mirror"));
        mirror.archive(ETCD + ETCD_ARCHIVE, "etcd-v3.6.8-linux-amd64", "etcd");
        mirror.sums(ETCD + "SHA256SUMS", "SHA-256", ETCD + ETCD_ARCHIVE);
        kit = new KitRun(folder).with("FAIRLEAD_KIT_MIRROR", mirror.address())
                .with("FAIRLEAD_KIT_ROUTES", "download")
                .with("FAIRLEAD_KIT_MACHINE", "x86_64")
                .with("FAIRLEAD_KIT_ONLY", "etcd")
                .pinned("");
    }

    @AfterEach
    void endMirror() {
        mirror.close();
    }

    @Test
    void a_release_with_the_right_checksum_is_installed_and_found_again_without_a_download()
            throws Exception {
        KitRun.Outcome first = kit.run();
        int requests = mirror.requests();
        KitRun.Outcome second = kit.run();

        assertThat(first.code()).as(first.told()).isZero();
        assertThat(first.told())
                .contains("downloading " + mirror.address() + "/" + ETCD + ETCD_ARCHIVE);
        assertThat(first.answer()).isEqualTo("etcd=" + kit.cache() + "/etcd-3.6.8/etcd\n");
        assertThat(second.answer()).isEqualTo(first.answer());
        assertThat(mirror.requests()).isEqualTo(requests);
    }

    @Test
    void a_wrong_checksum_is_refused_and_nothing_is_installed() throws Exception {
        mirror.file(ETCD + "SHA256SUMS", WRONG + "  " + ETCD_ARCHIVE + "\n");

        KitRun.Outcome outcome = kit.run();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.told())
                .contains("the checksum does not match (expected " + WRONG + ", but got ");
        assertThat(kit.cached()).isEmpty();
    }

    @Test
    void a_pinned_checksum_wins_over_the_one_beside_the_release() throws Exception {
        KitRun.Outcome outcome = kit.pinned(WRONG + "  " + ETCD_ARCHIVE + "\n").run();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.told()).contains("expected " + WRONG);
    }

    @Test
    void a_release_without_a_checksum_is_refused() throws Exception {
        mirror.remove(ETCD + "SHA256SUMS");

        KitRun.Outcome outcome = kit.run();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.told()).contains("no checksum for " + ETCD_ARCHIVE);
        assertThat(kit.cached()).isEmpty();
    }

    @Test
    void the_bare_sum_of_a_kubernetes_release_is_understood() throws Exception {
        mirror.archive(KUBERNETES + KUBERNETES_ARCHIVE, "kubernetes/server/bin", "kube-apiserver",
                "kube-controller-manager", "kubectl");
        mirror.bareSum(KUBERNETES + KUBERNETES_ARCHIVE + ".sha512", "SHA-512",
                KUBERNETES + KUBERNETES_ARCHIVE);

        KitRun.Outcome outcome = kit.with("FAIRLEAD_KIT_ONLY", "kubernetes").run();

        assertThat(outcome.code()).as(outcome.told()).isZero();
        assertThat(outcome.answer())
                .contains("kube-apiserver=" + kit.cache() + "/kubernetes-1.36.2/kube-apiserver");
    }

    @Test
    void a_given_folder_comes_first() throws Exception {
        Path own = kit.given("etcd", "etcd Version: 3.6.1");

        KitRun.Outcome outcome = kit.run();

        assertThat(outcome.answer()).as(outcome.told()).isEqualTo("etcd=" + own + "\n");
        assertThat(mirror.requests()).isZero();
    }

    @Test
    void a_given_binary_of_another_version_is_refused_by_name() throws Exception {
        kit.given("etcd", "etcd Version: 3.4.30");

        KitRun.Outcome outcome = kit.run();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.told()).contains("is version '3.4.30', but the sandbox needs 3.6");
    }

    @Test
    void two_kits_at_once_download_once() throws Exception {
        KitRun.Running one = kit.begin();
        KitRun.Running two = kit.begin();

        assertThat(one.end().answer()).isEqualTo("etcd=" + kit.cache() + "/etcd-3.6.8/etcd\n");
        assertThat(two.end().answer()).isEqualTo("etcd=" + kit.cache() + "/etcd-3.6.8/etcd\n");
        assertThat(mirror.requests()).isEqualTo(2);
    }

    @Test
    void when_nothing_works_one_sentence_says_what_to_do() throws Exception {
        KitRun.Outcome outcome =
                kit.with("FAIRLEAD_KIT_MIRROR", mirror.address() + "/nowhere").run();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.lastTold())
                .isEqualTo("kit: etcd could not be found, built or downloaded: "
                        + "install Go 1.26 or newer (https://go.dev/dl) and run again, "
                        + "or put the binaries into a folder and name it with FAIRLEAD_KIT_DIR.");
        assertThat(kit.cached()).isEmpty();
    }

    @Test
    void another_system_gets_a_sentence() throws Exception {
        KitRun.Outcome outcome = kit.with("FAIRLEAD_KIT_SYSTEM", "Darwin")
                .with("FAIRLEAD_KIT_MACHINE", "arm64")
                .run();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.told()).isEqualTo("kit: the sandbox runs on Linux (x86-64 or arm64), "
                + "but this is Darwin on arm64: use a Linux machine, virtual machine or WSL 2\n");
    }

    @Test
    void an_interrupted_install_leaves_nothing_that_looks_whole() throws Exception {
        mirror.archive(ETCD + ETCD_ARCHIVE, "etcd-v3.6.8-linux-amd64", "etcdctl");
        mirror.sums(ETCD + "SHA256SUMS", "SHA-256", ETCD + ETCD_ARCHIVE);

        KitRun.Outcome outcome = kit.run();

        assertThat(outcome.told()).contains("etcd is not in " + ETCD_ARCHIVE);
        assertThat(Files.exists(kit.cache().resolve("etcd-3.6.8"))).isFalse();
    }
}
