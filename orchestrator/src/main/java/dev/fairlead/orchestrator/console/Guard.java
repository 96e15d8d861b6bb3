package dev.fairlead.orchestrator.console;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

import dev.fairlead.orchestrator.api.Callers;

/**
 * Who sees pages. From the machine itself anybody may look; all else needs a login. A form is
 * taken only from a page of ours that was made for the same login.
 */
public final class Guard implements HandlerInterceptor {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final Sessions sessions;
    private final Pages pages;

    public Guard(Sessions sessions, Pages pages) {
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response,
            Object handler) throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        Session session =
                Visit.cookie(request, Visit.COOKIE).flatMap(sessions::find).orElse(Session.NONE);
        Visit.remember(request, session);
        String path = request.getRequestURI();
        if (path.startsWith(Visit.ROOT + "/assets/")) {
            return true;
        }
        response.setHeader("Cache-Control", "no-store");
        boolean login = path.equals(Visit.ROOT + "/login");
        if (request.getMethod().equals("POST")) {
            return taken(request, response, session, login);
        }
        if (session.person().isKnown() || login || Callers.isLocal(request)) {
            return true;
        }
        response.sendRedirect(Visit.base(request) + "/login?next="
                + URLEncoder.encode(Visit.here(request), StandardCharsets.UTF_8));
        return false;
    }

    private boolean taken(HttpServletRequest request, HttpServletResponse response,
            Session session, boolean login) throws IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean own = site == null || OWN_SITES.contains(site);
        String csrf = request.getParameter("csrf");
        if (own && (login || csrf != null && Sessions.isOf(session, csrf))) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write(pages.forbidden(request, "Your login has ended, or this form is not of this"
                        + " console. Nothing was changed: log in and try again."));
        return false;
    }
}
