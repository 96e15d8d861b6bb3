package dev.fairlead.events.observation;

import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.Life;
import dev.fairlead.events.Readiness;
import dev.fairlead.events.Seen;
import dev.fairlead.events.Side;
import dev.fairlead.events.TargetKey;

/**
 * A workload's readiness is now this. Told when verdict, revision or finality changes, not for
 * each pod.
 *
 * @param side
 *            which workload
 * @param workload
 *            its marks
 * @param fingerprint
 *            of the template it runs; for the primary, of the target's template it was copied from
 */
public record ReadinessChanged(TargetKey target, Life life, Side side, Seen workload,
        Fingerprint fingerprint, Readiness readiness) implements Observation {}
