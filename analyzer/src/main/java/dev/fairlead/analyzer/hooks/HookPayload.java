package dev.fairlead.analyzer.hooks;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.fairlead.canary.go.GoJson;
import dev.fairlead.canary.revision.WebhookChecksum;
import dev.fairlead.events.order.CallHooks;

/** The body of a hook, byte for byte as Flagger sends it. */
final class HookPayload {

    private HookPayload() {}

    static String of(CallHooks order, Map<String, String> metadata) {
        String body = "{\"name\":" + GoJson.of(order.name())
                + ",\"namespace\":" + GoJson.of(order.head().target().namespace())
                + ",\"phase\":" + GoJson.of(order.phase())
                + ",\"checksum\":" + GoJson.of(checksum(order));
        return metadata.isEmpty() ? body + "}"
                : body + ",\"metadata\":" + GoJson.of(metadata) + "}";
    }

    private static String checksum(CallHooks order) {
        return WebhookChecksum.of(configs(order), order.lastAppliedSpec());
    }

    /** A status that was never written has no configs at all, which is not the same as none. */
    private static @Nullable Map<String, String> configs(CallHooks order) {
        boolean written = !order.lastAppliedSpec().isEmpty() || !order.trackedConfigs().isEmpty();
        return written ? order.trackedConfigs() : null;
    }
}
