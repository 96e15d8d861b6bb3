package dev.fairlead.canary.revision;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.fairlead.canary.go.GoJson;
import dev.fairlead.canary.tree.JsonTree;

/**
 * The checksum of a tracked ConfigMap, as it stands in {@code status.trackedConfigs}: the first 8 bytes of SHA-256, in
 * hexadecimal, over {@code data} as Go writes it in JSON. {@code binaryData} does not count. Equal to Flagger's, so that
 * taking over a Canary starts nothing. Secrets have {@link SecretFingerprints}, since a plain digest of a short secret
 * can be guessed.
 */
public final class ConfigChecksum {

    private static final int CHARACTERS = 16;

    private ConfigChecksum() {}

    /**
     * @param configMap
     *            the whole object
     */
    public static String of(Map<String, ?> configMap) {
        return Digest.sha256(GoJson.of(data(configMap))).substring(0, CHARACTERS);
    }

    static @Nullable Map<String, String> data(Map<String, ?> object) {
        if (!(object.get("data") instanceof Map<?, ?> data)) {
            return null;
        }
        Map<String, String> texts = new TreeMap<>();
        JsonTree.frozen(data).forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }
}
