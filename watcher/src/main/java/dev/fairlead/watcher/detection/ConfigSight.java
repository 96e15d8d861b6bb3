package dev.fairlead.watcher.detection;

import dev.fairlead.events.Seen;

/**
 * What is kept of a ConfigMap or Secret.
 *
 * @param seen
 *            its marks
 * @param tracked
 *            whether a change of it makes a new revision
 * @param checksum
 *            of its data, keyed for Secrets; empty while it has not been read
 * @param trouble
 *            why it could not be read; empty when it was, or was not tried
 */
public record ConfigSight(Seen seen, boolean tracked, String checksum, String trouble) {

    public ConfigSight(Seen seen, boolean tracked, String checksum) {
        this(seen, tracked, checksum, "");
    }

    /** Whether the checksum is known, or not needed. */
    boolean isRead() {
        return !tracked || !checksum.isEmpty();
    }
}
