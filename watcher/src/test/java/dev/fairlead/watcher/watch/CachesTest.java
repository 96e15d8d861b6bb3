package dev.fairlead.watcher.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Seen;
import dev.fairlead.watcher.detection.ApiObject;
import dev.fairlead.watcher.detection.ConfigSight;
import dev.fairlead.watcher.detection.Place;

import static org.assertj.core.api.Assertions.assertThat;

class CachesTest {

    private static final int MANY = 10_000;

    private static final long MOST_BYTES = 25_000_000;

    private final Caches caches = new Caches();

    @Test
    void ten_thousand_deployments_take_little_room() {
        long before = used();
        for (int i = 0; i < MANY; i++) {
            caches.put(Kind.DEPLOYMENT, deployment("app-" + i));
        }
        assertThat(used() - before).isLessThan(MOST_BYTES);
        assertThat(caches.size(Kind.DEPLOYMENT)).isEqualTo(MANY);
    }

    @Test
    void what_was_read_of_a_secret_holds_for_its_version_only() {
        Place place = new Place("prod", "password");
        caches.put(Kind.SECRET, secret(7));
        caches.read(place, new ConfigSight(secret(6).seen(), true, "old"));
        assertThat(caches.secret(place)).map(ConfigSight::checksum).contains("");

        caches.read(place, new ConfigSight(secret(7).seen(), true, "new"));
        caches.put(Kind.SECRET, secret(7));
        assertThat(caches.secret(place)).map(ConfigSight::checksum).contains("new");

        caches.put(Kind.SECRET, secret(8));
        assertThat(caches.secret(place)).map(ConfigSight::checksum).contains("");
    }

    @Test
    void a_polled_secret_is_waited_for_until_it_was_read_or_is_known_to_be_absent() {
        Caches polled = new Caches(true);
        Place place = new Place("prod", "password");
        assertThat(polled.secret(place)).map(ConfigSight::checksum).contains("");

        polled.read(place, new ConfigSight(secret(6).seen(), true, "first"));
        assertThat(polled.secret(place)).map(ConfigSight::checksum).contains("first");
        polled.read(place, new ConfigSight(secret(9).seen(), true, "second"));
        assertThat(polled.secret(place)).map(ConfigSight::checksum).contains("second");

        polled.absent(place);
        assertThat(polled.secret(place)).isEmpty();
    }

    private static ApiObject secret(long version) {
        return new ApiObject(new Seen("Secret", "password", "u", version, 0, 0, Fence.NONE),
                new Place("prod", "password"), Map.of(), "", Map.of());
    }

    /** With an environment of 50 variables and a managed status, as they come. */
    private static ApiObject deployment(String name) {
        List<Map<String, Object>> environment = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            environment.add(Map.of("name", "VARIABLE_" + i, "value", "value of " + name + i));
        }
        Map<String, Object> template = Map.of("metadata", Map.of("labels", Map.of("app", name)),
                "spec", Map.of("containers",
                        List.of(Map.of("name", "app", "image", "registry.test/" + name + ":1.0",
                                "env", environment))));
        Map<String, Object> body = new HashMap<>();
        body.put("spec", Map.of("replicas", 3, "selector",
                Map.of("matchLabels", Map.of("app", name)), "template", template));
        body.put("status", Map.of("replicas", 3));
        return new ApiObject(new Seen("Deployment", name, "uid-" + name, 1, 1, 1, Fence.NONE),
                new Place("prod", name), Map.of(), "", body);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
