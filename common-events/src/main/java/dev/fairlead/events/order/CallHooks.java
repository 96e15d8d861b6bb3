package dev.fairlead.events.order;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.fairlead.events.definition.Hook;
import dev.fairlead.events.definition.HookType;

/**
 * Call hooks one after the other and stop at the first that fails; of rollback hooks at the first
 * that succeeds, of event hooks never.
 *
 * @param kind
 *            of all of them; decides what answer is a success
 * @param hooks
 *            in the order of the Canary, at least one
 * @param name
 *            of the Canary, for the payload
 * @param phase
 *            for the payload
 * @param lastAppliedSpec
 *            fingerprint of the revision, for the payload's checksum
 * @param trackedConfigs
 *            checksums of its configs, for the payload's checksum
 * @param metadata
 *            for the payload; the hook's own gives way to it; empty but for events
 * @param every
 *            for a gate that was asked before: the time before each call, until it opens; zero to
 *            call once and at once
 * @param calls
 *            how often at most, from 1
 */
public record CallHooks(OrderHead head, HookType kind, List<Hook> hooks, String name, String phase,
        String lastAppliedSpec, Map<String, String> trackedConfigs, Map<String, String> metadata,
        Duration every, int calls) implements Order {

    public CallHooks {
        trackedConfigs = Collections.unmodifiableMap(new TreeMap<>(trackedConfigs));
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        hooks = List.copyOf(hooks);
    }
}
