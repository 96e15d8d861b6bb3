package dev.fairlead.router.traffic;

import dev.fairlead.canary.reading.Defaults;
import dev.fairlead.events.Weight;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Obstacle;

/**
 * The cookies of a session affinity, as routes speak of them: which requests carry one, and what
 * browsers are told. The texts are Flagger's.
 */
public final class Affinity {

    /** The header of requests by which a side is kept. */
    public static final String REQUEST_HEADER = "Cookie";

    /** The header of answers that gives or ends a cookie. */
    public static final String RESPONSE_HEADER = "Set-Cookie";

    private static final int ENDED = -1;

    private final RouteWish wish;

    private final Fields wanted;

    Affinity(RouteWish wish) {
        this.wish = wish;
        this.wanted = Fields.of(wish.definition().analysis().sessionAffinity().fields());
    }

    /**
     * Whether users are kept on a side just now.
     *
     * @throws Obstacle
     *             INVALID when they are to be and the order names no cookie
     */
    public boolean isKept() {
        boolean kept = !wanted.isEmpty() && wish.tested().isEmpty()
                && !wish.canary().equals(Weight.ZERO);
        if (kept && wish.cookies().canary().isEmpty()) {
            throw new Obstacle(Reason.INVALID, "Canary/" + wish.target().name(),
                    "Expected the order to name a cookie for spec.analysis.sessionAffinity,"
                            + " but it names none");
        }
        return kept;
    }

    /** Whether browsers are to forget the cookie of an earlier rollout. */
    public boolean isEnded() {
        return !wanted.isEmpty() && wish.tested().isEmpty()
                && wish.canary().equals(Weight.ZERO) && !wish.cookies().ended().isEmpty();
    }

    /** Whether users of the primary are kept there until the next step. */
    public boolean keepsPrimary() {
        return !wish.cookies().primary().isEmpty();
    }

    /** Whether a condition on {@link #REQUEST_HEADER} is one of this affinity, whatever its value. */
    public boolean isOurs(String regex) {
        return isOf("cookieName", regex) || isOf("primaryCookieName", regex);
    }

    /** The value of {@link #REQUEST_HEADER} in requests that carry the cookie, as RE2. */
    public String carrying(String cookie) {
        int at = cookie.indexOf('=');
        return head(cookie.substring(0, at)) + TextForms.quoted(cookie.substring(at + 1)) + ".*";
    }

    /** Gives the canary's cookie. */
    public String givingCanary() {
        int seconds = wanted.number("maxAge")
                .filter(age -> age != 0)
                .orElse(Defaults.COOKIE_MAX_AGE_SECONDS);
        return given(wish.cookies().canary(), seconds);
    }

    /** Gives the primary's cookie, until the next analysis. */
    public String givingPrimary() {
        return given(wish.cookies().primary(),
                wish.definition().analysis().interval().toSeconds());
    }

    /**
     * Ends the canary's cookie. A browser tells cookies apart by name, domain and path, and by the
     * partition they are in.
     */
    public String ending() {
        StringBuilder text = new StringBuilder(head(wish.cookies().ended(), ENDED));
        attribute(text, "Domain", wanted.text("domain"));
        if (wanted.flag("partitioned")) {
            text.append("; Partitioned");
        }
        attribute(text, "Path", wanted.text("path"));
        if (wanted.flag("partitioned")) {
            text.append("; Secure");
        }
        return text.toString();
    }

    private String given(String cookie, long seconds) {
        StringBuilder text = new StringBuilder(head(cookie, seconds));
        attribute(text, "Domain", wanted.text("domain"));
        flag(text, "HttpOnly", "httpOnly");
        flag(text, "Partitioned", "partitioned");
        attribute(text, "Path", wanted.text("path"));
        attribute(text, "SameSite", wanted.text("sameSite"));
        flag(text, "Secure", "secure");
        return text.toString();
    }

    private static String head(String cookie, long seconds) {
        return cookie + "; Max-Age=" + seconds;
    }

    private static void attribute(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("; ").append(name).append('=').append(value);
        }
    }

    private void flag(StringBuilder text, String name, String field) {
        if (wanted.flag(field)) {
            text.append("; ").append(name);
        }
    }

    private boolean isOf(String field, String regex) {
        String name = wanted.text(field);
        return !name.isEmpty() && regex.startsWith(head(name));
    }

    private static String head(String name) {
        return ".*" + TextForms.quoted(name) + ".*";
    }
}
