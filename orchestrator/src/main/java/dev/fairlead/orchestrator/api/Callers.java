package dev.fairlead.orchestrator.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

import dev.fairlead.orchestrator.api.CommandDesk.Caller;

/** Who calls. From the machine itself anybody may read; all else needs a token. */
public final class Callers implements HandlerInterceptor {

    private static final String BEARER = "Bearer ";

    private final TokenFile tokens;

    public Callers(TokenFile tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response,
            Object handler) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads || !isLocal(request)) {
            writer(request);
        }
        return true;
    }

    /**
     * The owner of the request's token.
     *
     * @throws NotAllowed
     *             when there is none that is known
     */
    Caller writer(HttpServletRequest request) {
        if (!tokens.isSet()) {
            throw NotAllowed.writesOff();
        }
        String header =
                Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION)).orElse("");
        if (!header.startsWith(BEARER)) {
            throw NotAllowed.unknown("Expected Authorization: Bearer <token>, but got none");
        }
        return tokens.person(header.substring(BEARER.length()).strip())
                .map(person -> new Caller(person, request.getRemoteAddr()))
                .orElseThrow(() -> NotAllowed.unknown(
                        "Expected a token of fairlead.api.token-file, but it is none of them"));
    }

    /** Whether a request comes from this machine; what comes through a proxy comes from elsewhere. */
    public static boolean isLocal(HttpServletRequest request) {
        boolean forwarded = request.getHeader("Forwarded") != null
                || request.getHeader("X-Forwarded-For") != null;
        try {
            return !forwarded && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
