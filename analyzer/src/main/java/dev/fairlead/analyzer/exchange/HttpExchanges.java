package dev.fairlead.analyzer.exchange;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

/**
 * Exchanges over HTTP/1.1 with the JDK's client, through the environment's proxies unless the
 * certificate goes unchecked, as Flagger does. Thread-safe.
 */
public final class HttpExchanges implements Exchanges, AutoCloseable {

    /** Connecting may take no longer than this, whatever the question's time. */
    static final Duration CONNECT = Duration.ofSeconds(5);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient verified;
    private final HttpClient unverified;
    private final int maxBytes;

    /**
     * @param maxBytes
     *            of a body that are read; the rest is cut off
     */
    public HttpExchanges(int maxBytes) {
        this.maxBytes = maxBytes;
        this.verified = client().proxy(new EnvironmentProxies(System.getenv())).build();
        this.unverified = client().sslContext(AnyCertificate.context()).build();
    }

    @Override
    public Reply ask(Question question) throws NoReply {
        HttpClient client = question.unverified() ? unverified : verified;
        CompletableFuture<HttpResponse<LimitedBody.Text>> asking;
        try {
            asking = client.sendAsync(request(question), info -> new LimitedBody(maxBytes));
        } catch (IllegalArgumentException e) {
            throw new NoReply("the request cannot be sent: " + e.getClass().getSimpleName(), false,
                    e);
        }
        try {
            var response = asking.get(question.timeout().toNanos(), TimeUnit.NANOSECONDS);
            return new Reply(response.statusCode(), RetryAfter.of(response.headers()),
                    response.body().text(), response.body().cut());
        } catch (TimeoutException e) {
            asking.cancel(true);
            throw new NoReply("no answer within " + question.timeout().toMillis() + " ms", true, e);
        } catch (ExecutionException e) {
            throw noReply(question, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            asking.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoReply("stopped while waiting for an answer", true, e);
        }
    }

    @Override
    public void close() {
        verified.shutdownNow();
        unverified.shutdownNow();
        threads.shutdownNow();
    }

    private HttpClient.Builder client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECT)
                .executor(threads);
    }

    private static HttpRequest request(Question question) {
        var request = HttpRequest.newBuilder(question.url()).timeout(question.timeout());
        question.headers()
                .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return switch (question.method()) {
            case "GET" -> request.GET().build();
            case "POST" -> request.POST(HttpRequest.BodyPublishers.ofString(question.body()))
                    .build();
            default -> throw new IllegalStateException(
                    "Expected GET or POST, but got " + question.method());
        };
    }

    /** In words of ours where the JDK has none, or quotes the URL. */
    private static NoReply noReply(Question question, Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && !(root instanceof SSLException)) {
            root = root.getCause();
        }
        if (cause instanceof HttpTimeoutException) {
            return new NoReply("no answer within " + question.timeout().toMillis() + " ms", true,
                    cause);
        }
        if (root instanceof UnresolvedAddressException || root instanceof UnknownHostException) {
            return new NoReply("no such host", true, cause);
        }
        if (root instanceof SSLException) {
            return new NoReply("tls: " + root.getMessage(), false, cause);
        }
        if (cause instanceof ConnectException && cause.getMessage() == null) {
            return new NoReply("connection refused", true, cause);
        }
        return new NoReply(root.getMessage() == null
                ? root.getClass().getSimpleName()
                : root.getMessage(), true, cause);
    }
}
