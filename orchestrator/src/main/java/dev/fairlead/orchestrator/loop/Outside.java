package dev.fairlead.orchestrator.loop;

import dev.fairlead.orchestrator.eventlog.EventLog;
import dev.fairlead.orchestrator.relay.Relay;

/** Everything that the loop touches; a simulation gives others. */
public record Outside(Clock clock, EventLog log, Intake intake, Timers timers, Sight sight,
        Requests requests, RestateLine restateLine, Relay relay) {}
