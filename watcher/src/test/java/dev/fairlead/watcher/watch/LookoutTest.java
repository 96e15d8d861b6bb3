package dev.fairlead.watcher.watch;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import dev.fairlead.canary.revision.SecretFingerprints;
import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.TargetGone;
import dev.fairlead.events.observation.TargetRestated;
import dev.fairlead.watcher.detection.ApiObject;
import dev.fairlead.watcher.detection.DetectionSettings;
import dev.fairlead.watcher.detection.Detector;
import dev.fairlead.watcher.detection.Manifests;
import dev.fairlead.watcher.detection.Place;
import dev.fairlead.watcher.detection.Sights;
import dev.fairlead.watcher.publish.Voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LookoutTest {

    private static final TargetKey TARGET = new TargetKey("eu-1", "prod", "podinfo");

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Caches caches = new Caches();

    private final Heard voice = new Heard();

    private final Teller teller = new Teller(voice);

    private final Lookout lookout = lookout();

    @Test
    void a_target_that_is_new_is_told_part_by_part_and_once() {
        all();
        lookout.look(TARGET);
        assertThat(voice.names()).containsExactly("DefinitionChanged", "RevisionDetected",
                "ReadinessChanged", "ReadinessChanged", "RouteChanged");
        lookout.look(TARGET);
        assertThat(voice.said).hasSize(5);
    }

    @Test
    void everything_is_told_again_when_asked() {
        all();
        lookout.look(TARGET);
        lookout.restateNow(TARGET);
        lookout.look(TARGET);
        assertThat(voice.said.getLast()).isInstanceOfSatisfying(TargetRestated.class,
                all -> assertThat(all.parts()).hasSize(5));
        lookout.look(TARGET);
        assertThat(voice.said).hasSize(6);
    }

    @Test
    void a_target_that_was_asked_for_and_is_not_there_is_gone() {
        lookout.restateNow(TARGET);
        lookout.look(TARGET);
        assertThat(voice.said).containsExactly(new TargetGone(TARGET, Life.NONE));
    }

    @Test
    void a_target_that_nobody_asked_for_and_is_not_there_is_nothing() {
        lookout.look(TARGET);
        assertThat(voice.said).isEmpty();
    }

    @Test
    void what_was_not_heard_is_made_good_by_a_restatement() {
        all();
        voice.deaf = true;
        lookout.look(TARGET);
        assertThat(lookout.isHeard()).isFalse();
        voice.deaf = false;
        lookout.repeatFailed();
        await().atMost(SOON).until(() -> {
            lookout.look(TARGET);
            return !voice.said.isEmpty();
        });
        assertThat(voice.said).singleElement().isInstanceOf(TargetRestated.class);
        assertThat(lookout.isHeard()).isTrue();
    }

    @Test
    void an_end_that_was_not_heard_is_told_again() {
        all();
        lookout.look(TARGET);
        voice.said.clear();
        voice.deaf = true;
        caches.remove(Kind.CANARY, new Place("prod", "podinfo"));
        lookout.look(TARGET);
        voice.deaf = false;
        lookout.repeatFailed();
        await().atMost(SOON).until(() -> {
            lookout.look(TARGET);
            return !voice.said.isEmpty();
        });
        assertThat(voice.said).containsExactly(new TargetGone(TARGET, new Life("life-1")));
        assertThat(lookout.isHeard()).isTrue();
    }

    @Test
    void bad_news_waits_until_it_has_lasted() {
        all();
        caches.remove(Kind.DEPLOYMENT, new Place("prod", "podinfo"));
        lookout.look(TARGET);
        assertThat(voice.names()).contains("DefinitionChanged").doesNotContain("WorkloadMissing");
        await().atMost(SOON).until(() -> {
            lookout.look(TARGET);
            return voice.names().contains("WorkloadMissing");
        });
    }

    @Test
    void all_targets_can_be_restated_at_once() {
        all();
        lookout.look(TARGET);
        lookout.restateAll(Duration.ZERO);
        lookout.look(TARGET);
        assertThat(voice.names()).contains("TargetRestated");
    }

    private void all() {
        put(Kind.CANARY, Manifests.CANARY);
        put(Kind.METRIC_TEMPLATE, Manifests.TEMPLATE);
        put(Kind.ALERT_PROVIDER, Manifests.PROVIDER);
        put(Kind.DEPLOYMENT, Manifests.DEPLOYMENT);
        put(Kind.DEPLOYMENT, Manifests.PRIMARY);
        put(Kind.VIRTUAL_SERVICE, Manifests.ROUTE);
    }

    private void put(Kind kind, String manifest) {
        ApiObject object = new Sights().object(manifest);
        caches.put(kind, object);
    }

    private Lookout lookout() {
        var fingerprints = new SecretFingerprints(new byte[32]);
        // No target here has Secrets, so nothing is read.
        var secrets = new SecretReads(null, fingerprints,
                new SecretCache(caches, java.util.Set::of, place -> {}));
        var sight = new Lookout.Sight(caches, new Interests(caches), secrets,
                new Attention(Pace.REAL), Pace.REAL);
        return new Lookout(new Detector(DetectionSettings.PLAIN, fingerprints), sight, teller,
                new Random(1));
    }

    private static final class Heard implements Voice {

        private final List<Observation> said = new CopyOnWriteArrayList<>();

        private boolean deaf;

        @Override
        public CompletableFuture<?> say(Observation observation) {
            if (deaf) {
                return CompletableFuture.failedFuture(new RuntimeException("deaf"));
            }
            said.add(observation);
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public CompletableFuture<?> beat(List<String> blind) {
            return CompletableFuture.completedFuture(true);
        }

        List<String> names() {
            return said.stream().map(each -> each.getClass().getSimpleName()).toList();
        }
    }
}
