package dev.fairlead.orchestrator.loop;

import java.time.Instant;

/**
 * What the loop is doing, for health and metrics.
 *
 * @param stage
 *            what it is doing
 * @param detail
 *            what it waits for; empty while active
 * @param term
 *            of the last lease held, 0 before the first
 * @param position
 *            of the last event appended or found
 * @param renewed
 *            the database's clock at the last renewal
 * @param halted
 *            targets stopped by a mistake of ours
 * @param cached
 *            heads in memory
 * @param decisions
 *            made since the process began, those that changed nothing included
 */
public record LoopReport(Stage stage, String detail, long term, long position, Instant renewed,
        int halted, int cached, long decisions) {

    /** Before anything was tried. */
    public static final LoopReport STARTING = new LoopReport(Stage.WAITING, "starting", 0, 0,
            Instant.EPOCH, 0, 0, 0);

    /** WAITING: something outside is missing. STANDBY: another is active. ACTIVE: it decides. */
    public enum Stage {
        WAITING, STANDBY, ACTIVE, STOPPED
    }
}
