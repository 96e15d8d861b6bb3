package dev.fairlead.sandbox.autoscaling;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what KEDA's operator does of importance here: scales the Deployment of each ScaledObject to what its Prometheus
 * triggers ask for, up from zero as well, or holds it at the number that it is paused at.
 */
public final class KedaStandIn implements AutoCloseable {

    /** The kind that it obeys. */
    public static final ResourceDefinitionContext SCALED_OBJECT =
            new ResourceDefinitionContext.Builder()
                    .withGroup("keda.sh")
                    .withVersion("v1alpha1")
                    .withKind("ScaledObject")
                    .withPlural("scaledobjects")
                    .withNamespaced(true)
                    .build();

    private static final Logger LOG = LoggerFactory.getLogger(KedaStandIn.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final int USUAL_MOST = 100;
    private static final String PAUSED = "autoscaling.keda.sh/paused-replicas";

    private final KubernetesClient client;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Pulse pulse;

    /** The client stays the caller's. */
    public KedaStandIn(KubernetesClient client) {
        this.client = client;
        this.pulse = new Pulse("keda", EVERY, this::scaleAll);
    }

    private void scaleAll() {
        client.genericKubernetesResources(SCALED_OBJECT)
                .inAnyNamespace()
                .list()
                .getItems()
                .forEach(this::scale);
    }

    private void scale(GenericKubernetesResource scaler) {
        String target = scaler.get("spec", "scaleTargetRef", "name");
        var deployment = client.apps()
                .deployments()
                .inNamespace(scaler.getMetadata().getNamespace())
                .withName(target);
        Deployment live = deployment.get();
        if (live == null) {
            return;
        }
        int wanted = wanted(scaler);
        if (live.getSpec().getReplicas() != wanted) {
            LOG.info("scales deployment={}/{} from={} to={}", live.getMetadata().getNamespace(),
                    target, live.getSpec().getReplicas(), wanted);
            deployment.patch(PatchContext.of(PatchType.JSON_MERGE),
                    "{\"spec\":{\"replicas\":" + wanted + "}}");
        }
    }

    private int wanted(GenericKubernetesResource scaler) {
        String paused = Objects.requireNonNullElse(scaler.getMetadata().getAnnotations(),
                Map.<String, String>of()).get(PAUSED);
        if (paused != null) {
            return Integer.parseInt(paused);
        }
        List<Map<String, Object>> triggers =
                Objects.requireNonNullElse(scaler.get("spec", "triggers"), List.of());
        int asked = triggers.stream()
                .mapToInt(trigger -> pods((Map<?, ?>) Objects
                        .requireNonNull(trigger.get("metadata"))))
                .max()
                .orElse(0);
        return Math.clamp(asked, number(scaler, "minReplicaCount", 0),
                number(scaler, "maxReplicaCount", USUAL_MOST));
    }

    private static int number(GenericKubernetesResource scaler, String field, int otherwise) {
        return scaler.get("spec", field) instanceof Number number ? number.intValue() : otherwise;
    }

    private int pods(Map<?, ?> trigger) {
        double value = ask(String.valueOf(trigger.get("serverAddress")),
                String.valueOf(trigger.get("query")));
        return (int) Math
                .ceil(value / Double.parseDouble(String.valueOf(trigger.get("threshold"))));
    }

    private double ask(String server, String query) {
        URI uri = URI.create(server + "/api/v1/query?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        String text = http.sendAsync(HttpRequest.newBuilder(uri).timeout(ANSWER).build(),
                HttpResponse.BodyHandlers.ofString()).thenApply(HttpResponse::body).join();
        JsonNode value = Serialization.unmarshal(text, JsonNode.class)
                .path("data")
                .path("result")
                .path(0)
                .path("value")
                .path(1);
        return value.isMissingNode() ? 0 : Double.parseDouble(value.asText());
    }

    @Override
    public void close() {
        pulse.close();
        http.close();
    }
}
