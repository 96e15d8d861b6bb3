package dev.fairlead.canary.revision;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The field {@code checksum} of a hook's payload, by which hook services tell revisions apart: FNV-1a of 32 bits over the
 * printed form of a Go struct, its decimal digits spelled in an alphabet without vowels.
 */
public final class WebhookChecksum {

    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    private WebhookChecksum() {}

    /**
     * @param trackedConfigs
     *            {@code status.trackedConfigs}, null when absent
     * @param lastAppliedSpec
     *            {@code status.lastAppliedSpec}
     */
    public static String of(@Nullable Map<String, String> trackedConfigs, String lastAppliedSpec) {
        String configs = trackedConfigs == null
                ? "<nil>"
                : new TreeMap<>(trackedConfigs).entrySet()
                        .stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(" ", "map[", "]"));
        return spelled(
                "(struct { TrackedConfigs *map[string]string; LastAppliedSpec string }){TrackedConfigs:"
                        + "(*map[string]string)" + configs + " LastAppliedSpec:(string)"
                        + lastAppliedSpec + "}");
    }

    /** The hash that {@code status.lastAppliedSpec} has for a Knative revision. */
    public static String ofKnativeRevision(String name) {
        return spelled("(string)" + name);
    }

    private static String spelled(String text) {
        int sum = FNV_OFFSET;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            sum = (sum ^ (b & 0xff)) * FNV_PRIME;
        }
        return Integer.toUnsignedString(sum)
                .chars()
                .mapToObj(c -> String.valueOf(ALPHABET.charAt(c % ALPHABET.length())))
                .collect(Collectors.joining());
    }
}
