package dev.fairlead.watcher.detection;

/** How Secrets that targets use are looked at. */
public enum SecretSight {
    /** A change is seen at once; of each Secret of the cluster the metadata comes over the wire. */
    WATCH,
    /** Only those that targets use are read, from time to time; nothing is listed or watched. */
    POLL,
    /** Not at all: they are no part of a revision, and the primary uses the target's own. */
    OFF
}
