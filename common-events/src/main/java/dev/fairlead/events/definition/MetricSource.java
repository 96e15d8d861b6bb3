package dev.fairlead.events.definition;

import dev.fairlead.events.Address;

/**
 * A metric store.
 *
 * @param type
 *            the provider's name, such as {@code prometheus}
 * @param label
 *            how event texts name the source: the mesh provider, or {@code template.namespace}
 * @param address
 *            where it is asked
 * @param template
 *            {@code namespace/name} of the MetricTemplate whose headers and secret are read at
 *            use; empty when it has neither, or there is none
 * @param secret
 *            name of the Secret in the template's namespace; empty when there is none
 * @param insecureSkipVerify
 *            whether the server's certificate goes unchecked
 */
public record MetricSource(String type, String label, Address address, String template,
        String secret, boolean insecureSkipVerify) {}
