package dev.fairlead.notifier.channel.slack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

import dev.fairlead.notifier.channel.Channel;
import dev.fairlead.notifier.channel.Delivery;
import dev.fairlead.notifier.channel.Place;
import dev.fairlead.notifier.notice.Notice;

/** Posts to a Slack incoming webhook, or with a token to {@code chat.postMessage}. */
public final class SlackChannel implements Channel, AutoCloseable {

    private final SlackConfig config = new SlackConfig();
    private final OkHttpClient http;

    public SlackChannel() {
        config.setHttpClientCallTimeoutMillis(ATTEMPT_MS);
        config.setStatsEnabled(false);
        http = SlackHttpClient.buildOkHttpClient(config);
    }

    @Override
    public String type() {
        return "slack";
    }

    @Override
    public Delivery deliver(String id, Notice notice, Place place) {
        if (!isHttp(place.address())) {
            return new Delivery.Refused("Expected the address to be an http or https URL");
        }
        try {
            var slack = Slack.getInstance(config, new SlackHttpClient(client(id, place)));
            return clean(
                    SlackAnswer.of(slack.send(place.address(), SlackPayload.of(notice, place))),
                    place);
        } catch (IOException | IllegalArgumentException e) {
            return new Delivery.Busy(place.without(String.valueOf(e.getMessage())), Duration.ZERO);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** Connections and threads are shared by all that are derived from one. */
    private OkHttpClient client(String id, Place place) {
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
        return proxy.getPort() > 0 ? proxy.getPort() : 80;
    }

    private static boolean isHttp(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    private static Delivery clean(Delivery delivery, Place place) {
        return switch (delivery) {
            case Delivery.Taken taken -> taken;
            case Delivery.Refused(String reason) -> new Delivery.Refused(place.without(reason));
            case Delivery.Busy(String reason, Duration notBefore) -> new Delivery.Busy(
                    place.without(reason), notBefore);
        };
    }
}
