package dev.fairlead.router.cluster;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;

/**
 * Calls over the client's connections and identity, with bodies of our own: typed models lose
 * fields they do not know and rewrite numbers.
 */
public final class HttpApiServer implements ApiServer {

    /** Whom the API server names as the manager of the fields we set. */
    public static final String FIELD_MANAGER = "fairlead";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String cluster;

    private final KubernetesClient client;

    private final MeterRegistry meters;

    public HttpApiServer(String cluster, KubernetesClient client, MeterRegistry meters) {
        this.cluster = cluster;
        this.client = client;
        this.meters = meters;
    }

    @Override
    public Answer get(ObjectRef object, Attempt attempt) {
        return call("get", object, request(one(object)), attempt);
    }

    @Override
    public Answer create(ObjectRef object, Fields fields, Attempt attempt) {
        return call("create", object, request(all(object) + manager()).post("application/json",
                JSON.writeValueAsString(fields.map())), attempt);
    }

    @Override
    public Answer patch(ObjectRef object, List<Map<String, Object>> operations, boolean status,
            Attempt attempt) {
        String path = one(object) + (status ? "/status" : "") + manager();
        return call(status ? "patch-status" : "patch", object,
                request(path).method("PATCH", "application/json-patch+json",
                        JSON.writeValueAsString(operations)),
                attempt);
    }

    private HttpRequest.Builder request(String path) {
        String server = client.getMasterUrl().toString();
        return client.getHttpClient()
                .newHttpRequestBuilder()
                .uri((server.endsWith("/") ? server.substring(0, server.length() - 1) : server)
                        + path);
    }

    private Answer call(String verb, ObjectRef object, HttpRequest.Builder request,
            Attempt attempt) {
        long left = attempt.left().toMillis();
        if (left == 0) {
            throw unreachable(object, "no time left for another call");
        }
        var answered = client.getHttpClient()
                .sendAsync(
                        request.timeout(left, TimeUnit.MILLISECONDS).build(), byte[].class);
        try {
            Answer answer = read(answered.get(left, TimeUnit.MILLISECONDS));
            count(verb, object.kind(), String.valueOf(answer.code()));
            return answer;
        } catch (ExecutionException e) {
            count(verb, object.kind(), "none");
            throw unreachable(object, String.valueOf(root(e).getMessage()));
        } catch (TimeoutException e) {
            count(verb, object.kind(), "none");
            answered.cancel(true);
            throw unreachable(object, "no answer within " + left + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(object, "the router stops");
        }
    }

    private static Answer read(HttpResponse<byte[]> response) {
        try {
            Map<?, ?> body = JSON.readValue(response.body(), Map.class);
            return new Answer(response.code(),
                    Fields.of(body).without("metadata", "managedFields"));
        } catch (JacksonException e) {
            // Something before the API server spoke; its status says enough.
            return new Answer(response.code(), Fields.EMPTY);
        }
    }

    private void count(String verb, Kind kind, String code) {
        meters.counter("fairlead.router.calls", "cluster", cluster, "verb", verb, "kind",
                kind.title(), "code", code).increment();
    }

    private static Obstacle unreachable(ObjectRef object, String message) {
        return new Obstacle(Reason.UNREACHABLE, object.toString(), message);
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String all(ObjectRef object) {
        String version = object.kind().apiVersion();
        return (version.contains("/") ? "/apis/" : "/api/") + version + "/namespaces/"
                + object.namespace() + "/" + object.kind().plural();
    }

    private static String one(ObjectRef object) {
        return all(object) + "/" + object.name();
    }

    private static String manager() {
        return "?fieldManager=" + FIELD_MANAGER;
    }
}
