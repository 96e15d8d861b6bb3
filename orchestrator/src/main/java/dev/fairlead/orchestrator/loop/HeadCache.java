package dev.fairlead.orchestrator.loop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.eventlog.TargetHead;

/** The heads that were used last, as they are stored. */
final class HeadCache {

    /** At 10 KB each, about 200 MB at most. */
    static final int HEADS = 20_000;

    private final Map<TargetKey, TargetHead> heads = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TargetKey, TargetHead> eldest) {
            return size() > HEADS;
        }
    };

    Optional<TargetHead> find(TargetKey target) {
        return Optional.ofNullable(heads.get(target));
    }

    void put(TargetHead head) {
        heads.put(head.state().target(), head);
    }

    void clear() {
        heads.clear();
    }

    int size() {
        return heads.size();
    }
}
