package dev.fairlead.events;

/**
 * A URL without its secret parts. User info and query never travel: whoever calls the address
 * reads them at use, where the reference points.
 *
 * @param shown
 *            scheme, host, port and path; empty when the whole address is secret
 * @param reference
 *            where the whole address is read, such as
 *            {@code AlertProvider/prod/slack#spec.address}; empty when {@code shown} is whole
 * @param fingerprint
 *            keyed digest of the whole address; empty when {@code shown} is whole
 */
public record Address(String shown, String reference, String fingerprint) {

    public static final Address NONE = new Address("", "", "");

    public static Address plain(String url) {
        return new Address(url, "", "");
    }
}
