package dev.fairlead.router.boot;

import java.util.function.Supplier;

import io.fabric8.kubernetes.client.KubernetesClientException;
import org.jspecify.annotations.Nullable;

import dev.fairlead.canary.revision.SecretFingerprints;
import dev.fairlead.clusters.Cluster;
import dev.fairlead.clusters.FingerprintKeys;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Obstacle;

/** The fingerprints of a cluster's secret values; its key is read once, when first needed. */
final class SecretKey implements Supplier<SecretFingerprints> {

    private static final int FORBIDDEN = 403;

    private final Cluster cluster;

    private final FingerprintKeys keys = new FingerprintKeys();

    private @Nullable SecretFingerprints known;

    SecretKey(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public synchronized SecretFingerprints get() {
        SecretFingerprints found = known;
        if (found == null) {
            found = read();
            known = found;
        }
        return found;
    }

    private SecretFingerprints read() {
        String object = "Secret/" + FingerprintKeys.NAME;
        try {
            return new SecretFingerprints(keys.of(cluster));
        } catch (KubernetesClientException e) {
            throw new Obstacle(e.getCode() == FORBIDDEN ? Reason.FORBIDDEN : Reason.UNREACHABLE,
                    object, "HTTP " + e.getCode() + " for the key of secret fingerprints");
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new Obstacle(Reason.INVALID, object,
                    "the Secret has no usable key of secret fingerprints");
        }
    }
}
