package dev.fairlead.orchestrator.boot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What metrics say about this installation.
 *
 * @param meshProvider
 *            the router of Canaries that name none, as {@code flagger_info} shows it
 */
@ConfigurationProperties("fairlead.metrics")
record MetricsSettings(@DefaultValue("istio") String meshProvider) {}
