package dev.fairlead.analyzer.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.fairlead.clusters.secrets.References;
import dev.fairlead.clusters.secrets.Unreadable;
import dev.fairlead.events.definition.MetricSource;
import dev.fairlead.judge.Answer.Obstacle;

/** Reads at use how a store is reached: the address, the template's headers and its Secret. */
public final class Accesses {

    private static final String HEADERS = "#spec.provider";

    private final References references;

    public Accesses(References references) {
        this.references = references;
    }

    /**
     * @throws NoAccess
     *             when something that is referred to cannot be read
     */
    public Access of(String cluster, MetricSource source) throws NoAccess {
        return new Access(address(cluster, source), headers(cluster, source),
                secret(cluster, source), source.insecureSkipVerify());
    }

    private String address(String cluster, MetricSource source) throws NoAccess {
        try {
            return source.address().reference().isEmpty()
                    ? source.address().shown()
                    : references.value(cluster, source.address().reference()).toString();
        } catch (Unreadable e) {
            throw new NoAccess(Obstacle.PROVIDER, String.valueOf(e.getMessage()));
        }
    }

    private Map<String, List<String>> headers(String cluster, MetricSource source)
            throws NoAccess {
        if (source.template().isEmpty()) {
            return Map.of();
        }
        try {
            Object provider = references.value(cluster,
                    "MetricTemplate/" + source.template() + HEADERS);
            return provider instanceof Map<?, ?> fields
                    && fields.get("headers") instanceof Map<?, ?> map
                            ? texts(map)
                            : Map.of();
        } catch (Unreadable e) {
            throw new NoAccess(Obstacle.TEMPLATE, String.valueOf(e.getMessage()));
        }
    }

    private Map<String, String> secret(String cluster, MetricSource source) throws NoAccess {
        if (source.secret().isEmpty()) {
            return Map.of();
        }
        String namespace = source.template()
                .substring(0,
                        Math.max(0, source.template().indexOf('/')));
        try {
            return references.secret(cluster, namespace + "/" + source.secret());
        } catch (Unreadable e) {
            throw new NoAccess(Obstacle.SECRET, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, List<String>> texts(Map<?, ?> map) {
        Map<String, List<String>> headers = new HashMap<>();
        map.forEach((name, values) -> {
            if (values instanceof List<?> list) {
                headers.put(String.valueOf(name), list.stream().map(String::valueOf).toList());
            }
        });
        return headers;
    }
}
