package dev.fairlead.canary.reading;

import java.time.Duration;

import dev.fairlead.canary.model.HookType;
import dev.fairlead.canary.model.Webhook;

/** Reads one entry of {@code spec.analysis.webhooks}. */
final class WebhookReader {

    private static final int MOST_RETRIES = 100;

    private WebhookReader() {}

    static Webhook read(Field hook) {
        return new Webhook(hook.at("name").requiredText("a name for the hook"),
                hook.at("type").choice(HookType::named, HookType.names(), HookType.ROLLOUT),
                Addresses.required(hook.at("url")), timeout(hook.at("timeout")),
                hook.at("retries")
                        .whole(0, 0, MOST_RETRIES, "a number of retries from 0 to " + MOST_RETRIES),
                hook.at("muteAlert").flag(), hook.at("disableTLS").flag(),
                hook.at("metadata").textMap());
    }

    /** One character is no duration, and Flagger reads it as absent. */
    private static Duration timeout(Field field) {
        if (field.text().length() < 2) {
            return Defaults.HOOK_TIMEOUT;
        }
        Duration timeout = field.duration(Defaults.HOOK_TIMEOUT);
        return timeout.isZero() ? Defaults.HOOK_TIMEOUT : timeout;
    }
}
