package dev.fairlead.orchestrator.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.fairlead.orchestrator.api.Person;

/** Who has logged in. In memory: a restart, or another instance, asks again. */
public final class Sessions {

    /** How long a login lasts. */
    static final Duration LIFE = Duration.ofHours(12);
    /** Logins at a time; the oldest goes first. */
    static final int MOST = 1_000;
    /** Failed logins that are answered in one {@link #WINDOW}. */
    static final int FAILURES = 20;
    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Map<String, Session> sessions = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };
    private Instant windowEnds = Instant.MIN;
    private int failures;

    public Sessions(Clock clock) {
        this.clock = clock;
    }

    synchronized Session open(Person person) {
        var session = new Session(secret(), person.by("session"), secret(),
                clock.instant().plus(LIFE));
        sessions.put(session.id(), session);
        return session;
    }

    synchronized Optional<Session> find(String id) {
        Session session = sessions.get(id);
        if (session != null && !session.until().isAfter(clock.instant())) {
            sessions.remove(id);
            return Optional.empty();
        }
        return Optional.ofNullable(session);
    }

    synchronized void close(String id) {
        sessions.remove(id);
    }

    /** Whether another try to log in is answered; whoever guesses has to wait. */
    synchronized boolean mayTry() {
        if (clock.instant().isAfter(windowEnds)) {
            windowEnds = clock.instant().plus(WINDOW);
            failures = 0;
        }
        return failures < FAILURES;
    }

    synchronized void failed() {
        failures++;
    }

    /** Whether a form was made for this session. */
    static boolean isOf(Session session, String csrf) {
        return !session.csrf().isEmpty()
                && MessageDigest.isEqual(session.csrf().getBytes(StandardCharsets.UTF_8),
                        csrf.getBytes(StandardCharsets.UTF_8));
    }

    private String secret() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
