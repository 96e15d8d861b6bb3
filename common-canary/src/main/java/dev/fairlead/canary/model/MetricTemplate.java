package dev.fairlead.canary.model;

import java.util.List;
import java.util.Map;

/**
 * A query against a metric store.
 *
 * @param address may carry a user or a query; both are secret. Empty means the default of the source
 * @param headers values are secret
 * @param secretName in the namespace of the template; empty unless given
 * @param query a Go template
 */
public record MetricTemplate(Identity identity, MetricSource source, String address,
        Map<String, List<String>> headers, String secretName, String region,
        boolean skipCertificateCheck,
        String query) {}
