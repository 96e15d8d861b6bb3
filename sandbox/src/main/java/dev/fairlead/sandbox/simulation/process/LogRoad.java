package dev.fairlead.sandbox.simulation.process;

import dev.fairlead.orchestrator.eventlog.LostLease;
import dev.fairlead.sandbox.simulation.log.Session;

/** A process's way to the database. */
record LogRoad(Process process) implements Session.Road {

    @Override
    public void out() {
        process.life().check();
        if (process.isCut()) {
            throw new LostLease("the database does not answer", null);
        }
    }

    @Override
    public void beforeCommit() {
        process.call();
    }

    @Override
    public void back() {
        process.call();
        if (process.isUnanswered()) {
            throw new LostLease("the commit was not answered", null);
        }
    }
}
