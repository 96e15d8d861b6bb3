package dev.fairlead.sandbox.rollout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;

/** What a team applies: a Deployment and its Canary. */
final class Manifest {

    private static final String APP = "/dev/fairlead/sandbox/rollout/app.yaml";

    private Manifest() {}

    /**
     * @param replacements
     *            old text, new text, in pairs
     * @throws IllegalArgumentException
     *             the manifest has no such text
     */
    static List<HasMetadata> app(String... replacements) {
        String yaml = read();
        for (int i = 0; i < replacements.length; i += 2) {
            if (!yaml.contains(replacements[i])) {
                throw new IllegalArgumentException("Expected \"" + replacements[i]
                        + "\" in the manifest, but got " + yaml);
            }
            yaml = yaml.replace(replacements[i], replacements[i + 1]);
        }
        return Arrays.stream(yaml.split("---\n"))
                .map(document -> Serialization.<HasMetadata>unmarshal(document))
                .toList();
    }

    private static String read() {
        try (InputStream in = Objects.requireNonNull(Manifest.class.getResourceAsStream(APP))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
