package dev.fairlead.canary.model;

import java.time.Duration;
import java.util.Map;

/**
 * A service that is called at a certain moment.
 *
 * @param url may carry a user or a query; both are secret
 * @param timeout of each attempt
 * @param retries attempts after the first
 * @param skipCertificateCheck {@code disableTLS} in manifests
 */
public record Webhook(String name, HookType type, String url, Duration timeout, int retries,
        boolean muteAlert,
        boolean skipCertificateCheck, Map<String, String> metadata) {}
