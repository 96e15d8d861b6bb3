package dev.fairlead.orchestrator.console;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/** What a request says of itself besides its path and parameters. */
final class Visit {

    static final String ROOT = "/console";
    static final String COOKIE = "fairlead-session";

    private static final String SESSION = Visit.class.getName() + ".session";
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]{1,100}){1,8}");

    private Visit() {}

    /** What stands before our paths in the browser; a proxy says it, and it is checked. */
    static String base(HttpServletRequest request) {
        return prefix(request) + ROOT;
    }

    static String prefix(HttpServletRequest request) {
        String said = Objects.requireNonNullElse(request.getHeader("X-Forwarded-Prefix"), "")
                .replaceAll("/+$", "");
        return PREFIX.matcher(said).matches() ? said : "";
    }

    static boolean isEncrypted(HttpServletRequest request) {
        return request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto"));
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(it -> it.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    static void remember(HttpServletRequest request, Session session) {
        request.setAttribute(SESSION, session);
    }

    static Session session(HttpServletRequest request) {
        return request.getAttribute(SESSION) instanceof Session session ? session : Session.NONE;
    }

    /** Path and query as the browser can ask for them again, without our root. */
    static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().substring(ROOT.length())
                + (query == null ? "" : "?" + query);
    }
}
