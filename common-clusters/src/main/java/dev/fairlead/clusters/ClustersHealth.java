package dev.fairlead.clusters;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says which API servers answer and which are waited for. A probe is one {@code GET /version} per
 * cluster, made at most every {@link #FRESH}.
 */
public final class ClustersHealth implements HealthIndicator {

    /** For how long an answer is good. */
    public static final Duration FRESH = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Clusters clusters;

    private Health last = Health.unknown().build();

    private long lastNanos = System.nanoTime() - FRESH.toNanos();

    public ClustersHealth(Clusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public synchronized Health health() {
        if (System.nanoTime() - lastNanos >= FRESH.toNanos()) {
            last = ask();
            lastNanos = System.nanoTime();
        }
        return last;
    }

    private Health ask() {
        Map<String, CompletableFuture<String>> asked = new LinkedHashMap<>();
        clusters.all().forEach(cluster -> asked.put(cluster.name(), asking(cluster)));
        Health.Builder health = Health.up();
        asked.forEach((name, answer) -> {
            String said = answer.join();
            health.withDetail(name, said);
            if (said.startsWith("waiting")) {
                health.down();
            }
        });
        return health.build();
    }

    private static CompletableFuture<String> asking(Cluster cluster) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete("reachable, Kubernetes "
                        + cluster.client().getKubernetesVersion().getGitVersion());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(e -> "waiting for " + cluster.client().getMasterUrl() + ": "
                        + reason(e));
    }

    private static String reason(Throwable e) {
        if (e instanceof TimeoutException) {
            return "no answer within " + PATIENCE.toSeconds() + " s";
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
