package dev.fairlead.sandbox.simulation.process;

/** What runs in a process. */
interface Startable {

    void start();

    /** The process has died; nothing is told to it any more. */
    void stopped();
}
