package dev.fairlead.notifier.channel;

/**
 * Where a notice is posted, secrets included. Never logged, never reported.
 *
 * @param room
 *            the channel's room; may be empty
 * @param username
 *            shown as sender; may be empty
 * @param address
 *            the whole URL
 * @param token
 *            sent as bearer token; empty when there is none
 * @param proxy
 *            the whole URL of the HTTP proxy; empty when there is none
 */
public record Place(String room, String username, String address, String token, String proxy) {

    /** Takes everything secret out of a text. */
    public String without(String text) {
        String clean = text;
        for (String secret : new String[]{address, token, proxy, pathOf(address)}) {
            clean = secret.length() < 2 ? clean : clean.replace(secret, "…");
        }
        return clean;
    }

    @Override
    public String toString() {
        return "Place[" + room + "]";
    }

    private static String pathOf(String url) {
        int host = url.indexOf("://") + 3;
        int path = url.indexOf('/', Math.min(host, url.length()));
        return path < 0 ? "" : url.substring(path);
    }
}
