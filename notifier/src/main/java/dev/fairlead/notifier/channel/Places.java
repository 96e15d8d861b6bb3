package dev.fairlead.notifier.channel;

import java.util.Map;

import dev.fairlead.clusters.secrets.References;
import dev.fairlead.clusters.secrets.Unreadable;
import dev.fairlead.events.Address;
import dev.fairlead.events.definition.AlertRoute;

/** Reads at use where an alert route leads to: the Secret wins over the provider's address. */
public final class Places {

    /** Flagger's defaults. */
    private static final String USERNAME = "flagger";
    private static final String ROOM = "general";

    private final References references;

    public Places(References references) {
        this.references = references;
    }

    /**
     * @throws Unreadable
     *             when an address cannot be read
     */
    public Place of(String cluster, AlertRoute route) {
        Map<String, String> secret = route.secret().isEmpty()
                ? Map.of()
                : references.secret(cluster, route.secret());
        String address = secret.getOrDefault("address", "").strip();
        if (address.isEmpty()) {
            address = whole(cluster, route.address());
        }
        return new Place(or(route.channel(), ROOM), or(route.username(), USERNAME), address,
                secret.getOrDefault("token", "").strip(), whole(cluster, route.proxy()));
    }

    private String whole(String cluster, Address address) {
        return address.reference().isEmpty()
                ? address.shown()
                : references.value(cluster, address.reference()).toString();
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
