package dev.fairlead.orchestrator.console;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.fairlead.orchestrator.api.Person;
import dev.fairlead.orchestrator.api.TokenFile;

/** Login with a token of the file that the API uses, and its end. */
@RestController
public class LoginPage {

    private static final Logger LOG = LoggerFactory.getLogger(LoginPage.class);
    /** Only places of ours: a path below the console. */
    private static final Pattern PLACE = Pattern.compile("/(?!/)[^\\\\\\p{Cntrl}]{0,2000}");

    private final Pages pages;
    private final Sessions sessions;
    private final TokenFile tokens;

    public LoginPage(Pages pages, Sessions sessions, TokenFile tokens) {
        this.pages = pages;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @GetMapping(Visit.ROOT + "/login")
    ResponseEntity<String> ask(HttpServletRequest request) {
        return form(request, HttpStatus.OK, tokens.isSet()
                ? ""
                : "Nobody can log in here: set fairlead.api.token-file and restart.");
    }

    @PostMapping(Visit.ROOT + "/login")
    ResponseEntity<String> login(HttpServletRequest request) {
        if (!sessions.mayTry()) {
            return form(request, HttpStatus.TOO_MANY_REQUESTS,
                    "Too many wrong passwords; wait a minute and try again.");
        }
        String password = Objects.requireNonNullElse(request.getParameter("password"), "").strip();
        Optional<Person> person = tokens.person(password);
        if (person.isEmpty()) {
            sessions.failed();
            LOG.warn("login refused address={}", request.getRemoteAddr());
            return form(request, HttpStatus.UNAUTHORIZED,
                    "This password is not known. It is a token of the file that"
                            + " fairlead.api.token-file names; sandbox and standalone print where"
                            + " it is when they start.");
        }
        Session session = sessions.open(person.get());
        LOG.info("login principal={} address={}", person.get().name(), request.getRemoteAddr());
        return seeOther(request, cookie(request, session.id(), Sessions.LIFE.toSeconds()),
                next(request));
    }

    @PostMapping(Visit.ROOT + "/logout")
    ResponseEntity<String> logout(HttpServletRequest request) {
        sessions.close(Visit.session(request).id());
        return seeOther(request, cookie(request, "", 0), "/rollouts");
    }

    private ResponseEntity<String> form(HttpServletRequest request, HttpStatus status,
            String trouble) {
        return pages.page(request, status, "login",
                Map.of("trouble", trouble, "next", next(request)));
    }

    private static String next(HttpServletRequest request) {
        String next = Objects.requireNonNullElse(request.getParameter("next"), "");
        return PLACE.matcher(next).matches() ? next : "/rollouts";
    }

    private static ResponseEntity<String> seeOther(HttpServletRequest request,
            ResponseCookie cookie, String place) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, Visit.base(request) + place)
                .build();
    }

    private static ResponseCookie cookie(HttpServletRequest request, String value, long seconds) {
        return ResponseCookie.from(Visit.COOKIE, value)
                .httpOnly(true)
                .secure(Visit.isEncrypted(request))
                .sameSite("Lax")
                .path(Visit.prefix(request) + "/")
                .maxAge(seconds)
                .build();
    }
}
