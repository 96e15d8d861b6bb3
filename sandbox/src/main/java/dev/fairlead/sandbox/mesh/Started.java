package dev.fairlead.sandbox.mesh;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.vertx.core.Future;

/** Waits for what starts or stops quickly. Never on an event loop. */
public final class Started {

    private static final long LIMIT_SECONDS = 30;

    private Started() {}

    /**
     * @throws IllegalStateException if it failed or took longer than 30 s
     */
    public static <T> T within(Future<T> future) {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .get(LIMIT_SECONDS,
                            TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", stopped);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(
                    "Expected it to be done within " + LIMIT_SECONDS + " s", failure);
        }
    }
}
