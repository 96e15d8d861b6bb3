package dev.fairlead.orchestrator.api;

import java.util.Locale;

import dev.fairlead.orchestrator.eventlog.HeadRow;

/** A target in a list. */
public record TargetLine(String target, long version, String stage, String life, String rollout) {

    static TargetLine of(HeadRow row) {
        return new TargetLine(row.target().toString(), row.mark().version(),
                row.search().phase().toLowerCase(Locale.ROOT), row.search().life(),
                row.search().rollout());
    }
}
