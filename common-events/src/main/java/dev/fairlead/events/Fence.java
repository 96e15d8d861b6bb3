package dev.fairlead.events;

/**
 * Orders effects on an object: the epoch of the log and the stream version of the event that
 * ordered the effect. A higher epoch always wins, then the higher version.
 *
 * @param epoch
 *            rises when the log was restored or moved; 0 only in {@link #NONE}
 * @param version
 *            the stream version, from 1; 0 only in {@link #NONE}
 */
public record Fence(long epoch, long version) implements Comparable<Fence> {

    /** Lower than every fence that an order can carry. */
    public static final Fence NONE = new Fence(0, 0);

    /**
     * Reads {@code epoch.version}; an empty text is {@link #NONE}.
     *
     * @throws IllegalArgumentException
     *             when the text has another form
     */
    public static Fence parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        int dot = text.indexOf('.');
        try {
            return new Fence(Long.parseLong(text.substring(0, Math.max(dot, 0))),
                    Long.parseLong(text.substring(dot + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Expected a fence as epoch.version, but got \"" + text + "\"", e);
        }
    }

    public boolean isBelow(Fence other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Fence other) {
        int byEpoch = Long.compare(epoch, other.epoch);
        return byEpoch != 0 ? byEpoch : Long.compare(version, other.version);
    }

    @Override
    public String toString() {
        return equals(NONE) ? "" : epoch + "." + version;
    }
}
