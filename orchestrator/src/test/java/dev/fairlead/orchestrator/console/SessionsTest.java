package dev.fairlead.orchestrator.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.fairlead.orchestrator.api.Grant;
import dev.fairlead.orchestrator.api.Person;

import static org.assertj.core.api.Assertions.assertThat;

class SessionsTest {

    private static final Person ALICE = new Person("alice", "token", List.of(Grant.ALL));

    private final Hand clock = new Hand();
    private final Sessions sessions = new Sessions(clock);

    @Test
    void a_login_is_found_by_its_cookie_until_it_ends() {
        Session session = sessions.open(ALICE);
        assertThat(sessions.find(session.id())).contains(session);
        assertThat(session.person().authentication()).isEqualTo("session");
        clock.now = clock.now.plus(Sessions.LIFE);
        assertThat(sessions.find(session.id())).isEmpty();
    }

    @Test
    void who_has_logged_out_is_nobody() {
        Session session = sessions.open(ALICE);
        sessions.close(session.id());
        assertThat(sessions.find(session.id())).isEmpty();
    }

    @Test
    void a_form_counts_only_for_the_login_it_was_made_for() {
        Session one = sessions.open(ALICE);
        Session other = sessions.open(ALICE);
        assertThat(Sessions.isOf(one, one.csrf())).isTrue();
        assertThat(Sessions.isOf(one, other.csrf())).isFalse();
        assertThat(Sessions.isOf(Session.NONE, "")).isFalse();
    }

    @Test
    void whoever_guesses_has_to_wait() {
        for (int i = 0; i < Sessions.FAILURES; i++) {
            assertThat(sessions.mayTry()).isTrue();
            sessions.failed();
        }
        assertThat(sessions.mayTry()).isFalse();
        clock.now = clock.now.plus(Sessions.WINDOW).plus(Duration.ofMillis(1));
        assertThat(sessions.mayTry()).isTrue();
    }

    @Test
    void the_oldest_login_goes_when_there_are_too_many() {
        Session first = sessions.open(ALICE);
        for (int i = 0; i < Sessions.MOST; i++) {
            sessions.open(ALICE);
        }
        assertThat(sessions.find(first.id())).isEmpty();
    }

    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-24T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
