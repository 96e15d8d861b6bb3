package dev.fairlead.clusters;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.WebSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the other end of each watch for a sign of life. A connection that was cut without a word, or
 * whose API server hangs, looks like one on which nothing happens; the Kubernetes client has a
 * setting for it that its HTTP client does not follow.
 */
final class SignsOfLife {

    /** Time between two questions. */
    static final Duration PING = Duration.ofSeconds(5);

    /** Of silence, after which the watch is closed and made anew. */
    static final Duration SILENCE = Duration.ofSeconds(12);

    /** How long the silent end is waited for when it is told goodbye. */
    private static final int GOODBYE_SECONDS = 1;

    private static final Logger LOG = LoggerFactory.getLogger(SignsOfLife.class);

    private SignsOfLife() {}

    /** The same, but watches of its HTTP clients are asked for signs of life. */
    static Vertx on(Vertx vertx) {
        return proxy(Vertx.class, (method, arguments) -> {
            if (method.getName().equals("createHttpClient") && arguments.length == 1
                    && arguments[0] instanceof HttpClientOptions options) {
                options.setWebSocketClosingTimeout(GOODBYE_SECONDS);
                return on(vertx, vertx.createHttpClient(options));
            }
            return method.invoke(vertx, arguments);
        });
    }

    private static HttpClient on(Vertx vertx, HttpClient client) {
        return proxy(HttpClient.class, (method, arguments) -> {
            Object result = method.invoke(client, arguments);
            return method.getName().equals("webSocket") && result instanceof Future<?> opening
                    ? opening.onSuccess(socket -> ask(vertx, (WebSocket) socket))
                    : result;
        });
    }

    private static void ask(Vertx vertx, WebSocket socket) {
        AtomicLong heard = new AtomicLong(System.nanoTime());
        socket.pongHandler(pong -> heard.set(System.nanoTime()));
        vertx.setPeriodic(PING.toMillis(), timer -> {
            if (socket.isClosed()) {
                vertx.cancelTimer(timer);
            } else if (System.nanoTime() - heard.get() > SILENCE.toNanos()) {
                vertx.cancelTimer(timer);
                LOG.warn("watch is silent, closing it server={} silence={}",
                        socket.remoteAddress(), SILENCE);
                socket.close();
            } else {
                socket.writePing(Buffer.buffer());
            }
        });
    }

    private interface Call {

        @Nullable
        Object to(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (self, method, arguments) -> {
                    try {
                        return call.to(method, arguments == null ? new Object[0] : arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }
}
