package dev.fairlead.orchestrator.notary;

import java.io.IOException;

/** A place outside of the database that keeps checkpoints. */
public interface CheckpointOutlet {

    /** For the log of this process; no secrets. */
    String name();

    /**
     * Hands one over; it may come twice, and with another time.
     *
     * @param note
     *            signed, of some lines
     * @throws IOException
     *             when it is not known to have arrived; tried again with the next one
     */
    void take(String note) throws IOException;
}
