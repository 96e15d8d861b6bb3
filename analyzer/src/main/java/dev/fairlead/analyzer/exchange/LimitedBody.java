package dev.fairlead.analyzer.exchange;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Takes a body up to a limit and hangs up on the rest, so that no server can fill the process. */
final class LimitedBody implements HttpResponse.BodySubscriber<LimitedBody.Text> {

    private final int maxBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Text> taken = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    record Text(String text, boolean cut) {}

    LimitedBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public CompletionStage<Text> getBody() {
        return taken;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            int room = Math.min(part.remaining(), maxBytes - bytes.size());
            byte[] chunk = new byte[room];
            part.get(chunk);
            bytes.writeBytes(chunk);
            if (part.hasRemaining()) {
                end(true);
                return;
            }
        }
    }

    @Override
    public void onError(Throwable error) {
        taken.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        end(false);
    }

    private void end(boolean cut) {
        taken.complete(new Text(bytes.toString(UTF_8), cut));
        if (cut && subscription != null) {
            subscription.cancel();
        }
    }
}
