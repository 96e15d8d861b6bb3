package dev.fairlead.watcher.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.fairlead.canary.model.Canary;
import dev.fairlead.canary.model.Webhook;
import dev.fairlead.events.definition.Hook;
import dev.fairlead.events.definition.HookType;

/** The hooks of a Canary, their addresses without secrets. */
final class HookResolver {

    /** Of the hook that all Canaries have who have none of their own for events. */
    private static final String NAME_OF_ALL = "events";
    private static final Duration TIMEOUT_OF_ALL = Duration.ofSeconds(10);

    private final Addresses addresses;
    private final String eventWebhook;

    /**
     * @param eventWebhook
     *            of all Canaries; empty for none
     */
    HookResolver(Addresses addresses, String eventWebhook) {
        this.addresses = addresses;
        this.eventWebhook = eventWebhook;
    }

    List<Hook> resolve(Canary canary) {
        List<Hook> hooks = new ArrayList<>();
        var webhooks = canary.spec().analysis().webhooks();
        for (int i = 0; i < webhooks.size(); i++) {
            String field = "spec.analysis.webhooks[" + i + "]";
            Webhook hook = webhooks.get(i);
            String reference = "Canary/" + canary.identity().namespace() + "/"
                    + canary.identity().name() + "#" + field + ".url";
            hooks.add(new Hook(hook.name(), type(hook.type()),
                    addresses.shown(hook.url(), reference), hook.timeout(), hook.retries(),
                    hook.muteAlert(), hook.skipCertificateCheck(), hook.metadata()));
        }
        boolean ownEvents = hooks.stream().anyMatch(hook -> hook.type() == HookType.EVENT);
        if (!ownEvents && !eventWebhook.isEmpty()) {
            hooks.add(hookOfAll());
        }
        return hooks;
    }

    private Hook hookOfAll() {
        return new Hook(NAME_OF_ALL, HookType.EVENT,
                addresses.shown(eventWebhook, Hook.EVENT_SETTING), TIMEOUT_OF_ALL, 0, false, false,
                Map.of());
    }

    private static HookType type(dev.fairlead.canary.model.HookType type) {
        return switch (type) {
            case CONFIRM_ROLLOUT -> HookType.CONFIRM_ROLLOUT;
            case PRE_ROLLOUT -> HookType.PRE_ROLLOUT;
            case ROLLOUT -> HookType.ROLLOUT;
            case CONFIRM_TRAFFIC_INCREASE -> HookType.CONFIRM_TRAFFIC_INCREASE;
            case CONFIRM_PROMOTION -> HookType.CONFIRM_PROMOTION;
            case POST_ROLLOUT -> HookType.POST_ROLLOUT;
            case ROLLBACK -> HookType.ROLLBACK;
            case EVENT -> HookType.EVENT;
        };
    }
}
