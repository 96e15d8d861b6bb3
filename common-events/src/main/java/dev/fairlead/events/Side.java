package dev.fairlead.events;

/** The two workloads of a target: what users have, and what is being tried. */
public enum Side {
    PRIMARY, CANARY
}
