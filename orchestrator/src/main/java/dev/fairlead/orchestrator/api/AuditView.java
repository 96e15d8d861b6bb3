package dev.fairlead.orchestrator.api;

import java.util.List;

import dev.fairlead.events.proof.LogCheck.Fault;
import dev.fairlead.events.proof.LogCheck.Verdict;

/**
 * What a check of the log found.
 *
 * @param verdict
 *            {@code intact} or {@code broken}
 * @param events
 *            that were read
 * @param streams
 *            they belong to
 * @param checkpoints
 *            that the log was held against
 * @param root
 *            of the Merkle tree over all events that were read, hexadecimal
 * @param faults
 *            the first first
 */
public record AuditView(String verdict, long events, long streams, long checkpoints, String root,
        List<Fault> faults) {

    static AuditView of(Verdict it) {
        return new AuditView(it.isIntact() ? "intact" : "broken", it.events(), it.streams(),
                it.checkpoints(), it.root().toString(), it.faults());
    }
}
