package dev.fairlead.analyzer.hooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import dev.fairlead.clusters.secrets.References;
import dev.fairlead.clusters.secrets.Unreadable;
import dev.fairlead.events.Address;

/** Reads at use where a hook is called. */
final class HookAddresses {

    private final References references;

    HookAddresses(References references) {
        this.references = references;
    }

    /**
     * The whole URL.
     *
     * @throws Unreadable
     *             when what is referred to cannot be read
     * @throws IllegalArgumentException
     *             when it is no http or https URL; the message does not show it
     */
    URI whole(String cluster, Address address) {
        String text = address.reference().isEmpty()
                ? address.shown()
                : references.value(cluster, address.reference()).toString();
        try {
            URI url = new URI(text);
            String scheme = url.getScheme() == null
                    ? ""
                    : url.getScheme().toLowerCase(Locale.ROOT);
            if (url.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Expected the url to be an http or https URL", e);
        }
        throw new IllegalArgumentException("Expected the url to be an http or https URL");
    }
}
