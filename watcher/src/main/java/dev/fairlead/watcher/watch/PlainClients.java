package dev.fairlead.watcher.watch;

import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/**
 * The habits of a client that watches. Objects come as plain trees, listed or watched: a typed
 * model drops what it does not know, and a fingerprint would differ after a restart. Of Secrets
 * only the metadata is asked for, so that no value comes over the wire.
 */
public final class PlainClients {

    private static final String NAME = "metadata-of-secrets";

    private static final Pattern SECRETS = Pattern.compile(".*/secrets(\\?.*)?");

    private PlainClients() {}

    /** For {@code dev.fairlead.clusters.Clusters.another}. */
    public static KubernetesClientBuilder habits(KubernetesClientBuilder builder) {
        var mapper = new ObjectMapper();
        // An empty list of metadata comes as null.
        mapper.configOverride(List.class)
                .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        var trees = new KubernetesSerialization(mapper, false);
        // An expired watch ends with a Status; as a tree it would not be understood.
        trees.registerKubernetesResource(Status.class);
        return builder.withKubernetesSerialization(trees)
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor(NAME,
                        new MetadataOfSecrets()));
    }

    private static final class MetadataOfSecrets implements Interceptor {

        @Override
        public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
            String uri = request.uri().toString();
            if (request.method().equals("GET") && SECRETS.matcher(uri).matches()) {
                String form = uri.contains("watch=true")
                        ? "PartialObjectMetadata"
                        : "PartialObjectMetadataList";
                builder.setHeader("Accept",
                        "application/json;as=" + form + ";g=meta.k8s.io;v=v1");
            }
        }
    }
}
