package dev.fairlead.analyzer.metrics.prometheus;

import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.fairlead.analyzer.exchange.Exchanges;
import dev.fairlead.analyzer.exchange.NoReply;
import dev.fairlead.analyzer.exchange.Question;
import dev.fairlead.analyzer.exchange.Reply;
import dev.fairlead.analyzer.metrics.Access;
import dev.fairlead.analyzer.metrics.MetricStore;
import dev.fairlead.canary.query.WireQuery;
import dev.fairlead.judge.Answer;
import dev.fairlead.judge.Answer.Obstacle;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Asks {@code GET {address}/api/v1/query}, as Flagger does: a Secret's {@code token} is a bearer
 * token, else {@code username} and {@code password} are for basic authentication, else user info
 * of the address is.
 */
public final class PrometheusStore implements MetricStore {

    private static final int FIRST_ERROR = 400;

    private final Exchanges exchanges;

    public PrometheusStore(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public String type() {
        return "prometheus";
    }

    @Override
    public String wireForm(String rendered) {
        return WireQuery.collapsed(rendered);
    }

    @Override
    public Sample ask(String query, Access access) {
        PrometheusAddress address;
        Map<String, List<String>> headers;
        try {
            address = PrometheusAddress.of(access.address());
            headers = headers(access, address);
        } catch (IllegalArgumentException e) {
            return Sample.of(new Answer.Unasked(Obstacle.PROVIDER, String.valueOf(e.getMessage())));
        }
        URI url = URI.create(address.base() + "/api/v1/query?query="
                + URLEncoder.encode(query, UTF_8));
        try {
            return read(exchanges.ask(new Question("GET", url, headers, "", TIMEOUT,
                    access.unverified())));
        } catch (NoReply e) {
            return unreachable("request failed: GET " + address.shown() + ": " + e.getMessage());
        }
    }

    private static Sample read(Reply reply) {
        if (reply.cut()) {
            return unreachable("error reading body: longer than " + MAX_ANSWER_BYTES + " bytes");
        }
        if (reply.status() >= FIRST_ERROR) {
            return unreachable("error response: Status " + reply.status() + " "
                    + StatusText.of(reply.status()) + ": " + reply.body().strip());
        }
        return PrometheusAnswer.read(reply.body());
    }

    private static Map<String, List<String>> headers(Access access, PrometheusAddress address) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(access.headers());
        authorization(access.secret(), address).ifPresent(value -> {
            List<String> values = new ArrayList<>(
                    headers.getOrDefault("Authorization", List.of()));
            values.add(value);
            headers.put("Authorization", values);
        });
        return headers;
    }

    private static Optional<String> authorization(Map<String, String> secret,
            PrometheusAddress address) {
        if (secret.isEmpty()) {
            return address.userInfo().isEmpty()
                    ? Optional.empty()
                    : Optional.of(basic(address.userInfo()));
        }
        String token = secret.getOrDefault("token", "");
        if (!token.isEmpty()) {
            return Optional.of("Bearer " + token);
        }
        return Optional.of(basic(key(secret, "username") + ":" + key(secret, "password")));
    }

    private static String key(Map<String, String> secret, String name) {
        String value = secret.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("Expected a secret with the key token, or with "
                    + "username and password, but it has no " + name);
        }
        return value;
    }

    private static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(UTF_8));
    }

    private static Sample unreachable(String error) {
        return Sample.of(new Answer.Unreachable(error));
    }
}
