package dev.fairlead.sandbox.simulation.fate;

/** Ends what a process was in the middle of. An error, so that nothing that is simulated catches it. */
public final class ProcessDied extends Error {

    private static final long serialVersionUID = 1;

    public ProcessDied() {
        super("process died", null, false, false);
    }
}
