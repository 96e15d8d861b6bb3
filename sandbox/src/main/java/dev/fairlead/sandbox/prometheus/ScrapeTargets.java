package dev.fairlead.sandbox.prometheus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.client.utils.Serialization;

/** What Prometheus scrapes: named groups of addresses, changed at any time; a change is noticed at once. */
public final class ScrapeTargets {

    private final Path folder;

    ScrapeTargets(Path folder) {
        this.folder = folder;
    }

    /**
     * Puts a group in place of the one of that name.
     *
     * @param group     letters, digits, dots and dashes
     * @param addresses each {@code host:port}; {@code /metrics} is scraped there
     * @param labels    given to every sample of the group; {@code __metrics_path__} names another path
     */
    public synchronized void put(String group, List<String> addresses, Map<String, String> labels) {
        write(group, Serialization.asJson(List.of(Map.of("targets", addresses, "labels", labels))));
    }

    /** Nothing of the group is scraped any more. */
    public synchronized void remove(String group) {
        write(group, "[]");
    }

    private void write(String group, String json) {
        if (!group.matches("[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException(
                    "group: expected letters, digits, dots and dashes, but got '" + group + "'");
        }
        try {
            // Renamed into place: Prometheus must never read half a file.
            Path half = Files.writeString(folder.resolve(group + ".half"), json);
            Files.move(half, folder.resolve(group + ".json"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write scrape targets to " + folder, e);
        }
    }
}
