package dev.fairlead.watcher.detection;

import java.util.ArrayList;
import java.util.List;

import dev.fairlead.canary.model.Canary;
import dev.fairlead.canary.model.Webhook;
import dev.fairlead.events.definition.Hook;
import dev.fairlead.events.definition.HookType;

/** The hooks of a Canary, their addresses without secrets. */
final class HookResolver {

    private final Addresses addresses;

    HookResolver(Addresses addresses) {
        this.addresses = addresses;
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
        return hooks;
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
