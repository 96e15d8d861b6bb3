package dev.fairlead.events;

/**
 * A digest of a pod template's canonical fields, with the version of the field set in front, such
 * as {@code v1-9f86d081}.
 *
 * @param text
 *            the digest; empty when nothing was seen
 */
public record Fingerprint(String text) {

    /** Nothing was seen or promoted. */
    public static final Fingerprint NONE = new Fingerprint("");

    @Override
    public String toString() {
        return text;
    }
}
