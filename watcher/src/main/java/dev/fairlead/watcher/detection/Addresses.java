package dev.fairlead.watcher.detection;

import dev.fairlead.canary.revision.SecretFingerprints;
import dev.fairlead.events.Address;

/** Takes the secret parts out of addresses: user and password, query, and for chats the whole. */
final class Addresses {

    private static final String SCHEME_END = "://";

    private final SecretFingerprints fingerprints;

    Addresses(SecretFingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /**
     * @param reference
     *            where the whole address is read, such as
     *            {@code Canary/prod/podinfo#spec.metricsServer}
     */
    Address shown(String url, String reference) {
        if (url.isEmpty()) {
            return Address.NONE;
        }
        String open = withoutUser(withoutQuery(url));
        return open.equals(url)
                ? Address.plain(url)
                : new Address(open, reference, fingerprints.of(url));
    }

    /** The path of a chat's address is its password. */
    Address hidden(String url, String reference) {
        return url.isEmpty()
                ? Address.NONE
                : new Address("", reference, fingerprints.of(url));
    }

    private static String withoutQuery(String url) {
        int end = url.length();
        for (char mark : new char[]{'?', '#'}) {
            int at = url.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return url.substring(0, end);
    }

    private static String withoutUser(String url) {
        int scheme = url.indexOf(SCHEME_END);
        int host = scheme < 0 ? 0 : scheme + SCHEME_END.length();
        int path = url.indexOf('/', host);
        int user = url.lastIndexOf('@', path < 0 ? url.length() : path);
        return user < host ? url : url.substring(0, host) + url.substring(user + 1);
    }
}
