package dev.fairlead.notifier.channel;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts to the incoming webhooks of chat services, each through the proxy and with the token of its
 * place. Thread-safe; connections and threads are shared by all places.
 */
public final class Webhook implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final int HTTP_PORT = 80;
    /** The most of an answer that is read, in bytes. */
    private static final long MAX_ANSWER = 64 * 1024;

    private final OkHttpClient http = new OkHttpClient.Builder()
            .callTimeout(Duration.ofMillis(Channel.ATTEMPT_MS))
            .build();
    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * Makes one attempt; throws nothing for what the service does.
     *
     * @param address
     *            where to, which may differ from the place's
     * @param body
     *            written as JSON
     */
    public Delivery post(String id, Place place, String address, Object body) {
        if (!isHttp(address)) {
            return notHttp();
        }
        try {
            Request request = new Request.Builder().url(address)
                    .post(RequestBody.create(json.writeValueAsBytes(body), JSON))
                    .build();
            try (Response response = client(id, place).newCall(request).execute()) {
                return WebhookAnswer.of(response.code(), response.peekBody(MAX_ANSWER).string(),
                        response.headers().toMultimap()).without(place);
            }
        } catch (IOException | IllegalArgumentException e) {
            return broken(e, place);
        }
    }

    /** A client that speaks through the place's proxy, signed with the order and the token. */
    public OkHttpClient client(String id, Place place) {
        OkHttpClient.Builder builder = http.newBuilder()
                .addInterceptor(headers(id, place.token()));
        if (!place.proxy().isEmpty()) {
            URI proxy = URI.create(place.proxy());
            builder.proxy(new Proxy(Proxy.Type.HTTP,
                    InetSocketAddress.createUnresolved(proxy.getHost(), port(proxy))));
            signIn(builder, proxy.getUserInfo() == null ? "" : proxy.getUserInfo());
        }
        return builder.build();
    }

    /** Whether it can be posted to at all. */
    public static boolean isHttp(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    /** The answer to an address that is none; the address itself may be secret. */
    public static Delivery notHttp() {
        return new Delivery.Refused("Expected the address to be an http or https URL");
    }

    /** What a failed call comes to; it may work another time. */
    public static Delivery broken(Exception failure, Place place) {
        return new Delivery.Busy(place.without(String.valueOf(failure.getMessage())),
                Duration.ZERO);
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private static Interceptor headers(String id, String token) {
        return chain -> {
            var request = chain.request().newBuilder().header("fairlead-order-id", id);
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return chain.proceed(request.build());
        };
    }

    private static void signIn(OkHttpClient.Builder builder, String userInfo) {
        int colon = userInfo.indexOf(':');
        if (colon > 0) {
            String credentials = Credentials.basic(userInfo.substring(0, colon),
                    userInfo.substring(colon + 1));
            builder.proxyAuthenticator((route, response) -> response.request()
                    .newBuilder()
                    .header("Proxy-Authorization", credentials)
                    .build());
        }
    }

    private static int port(URI proxy) {
        return proxy.getPort() > 0 ? proxy.getPort() : HTTP_PORT;
    }
}
