package dev.fairlead.canary.model;

/**
 * Cookies that keep a user on the side first seen.
 *
 * @param cookieName empty means no affinity
 * @param maxAgeSeconds of the cookie
 * @param sameSite {@code Strict}, {@code Lax}, {@code None} or empty
 */
public record SessionAffinity(String cookieName, String primaryCookieName, String domain,
        String path,
        int maxAgeSeconds, boolean httpOnly, boolean partitioned, boolean secure, String sameSite) {

    /** No affinity. */
    public static final SessionAffinity NONE =
            new SessionAffinity("", "", "", "", 0, false, false, false, "");

    /** Whether it is wanted. */
    public boolean wanted() {
        return !cookieName.isEmpty();
    }
}
