package dev.fairlead.orchestrator.eventlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.fairlead.orchestrator.testlog.TestPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The past cannot be changed: not by the roles that use the log, and not by its owner's slip. */
class PrivilegesIT {

    private static TestPostgres postgres;
    private static DatabaseAddress address;

    @BeforeAll
    static void start() {
        postgres = TestPostgres.started();
        address = postgres.newLog();
        try (var log = new JdbcEventLog(address, "a")) {
            log.append(Pieces.batch(log.take().orElseThrow(),
                    StreamMark.start(Pieces.SHOP.stream()), 2));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update event set body = 'x'", "delete from event", "truncate event",
        "truncate event cascade"})
    void the_trigger_refuses_the_owner(String change) {
        assertThatThrownBy(() -> TestPostgres.sql(address).sql(change).update())
                .rootCause()
                .hasMessageContaining("the log is append only");
        assertThat(TestPostgres.sql(address)
                .sql("select count(*) from event")
                .query(Long.class)
                .single()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void the_writer_has_no_right_to(String change) {
        assertRefused("fairlead_writer", change);
    }

    @Test
    void the_list_of_what_the_writer_must_not_do_is_long_enough() throws IOException {
        assertThat(forbidden()).hasSizeGreaterThanOrEqualTo(40);
    }

    static List<String> forbidden() throws IOException {
        try (var list = PrivilegesIT.class.getResourceAsStream("/privileges/writer-must-not.sql")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into outgoing values (9, 1, 't', 'k', '{}', '')",
        "update event set body = 'x'", "update lease set term = 9", "update target set state = ''",
        "update command set answer = 'yes'", "select sweep_outgoing(1)"})
    void the_reader_has_no_right_to(String change) {
        assertRefused("fairlead_reader", change);
    }

    @Test
    void the_sweep_leaves_what_is_not_published_and_what_is_young() {
        JdbcClient owner = TestPostgres.sql(address);
        assertThat(sweep(owner)).isZero();
        owner.sql("update outgoing set written = now() - interval '2 days'").update();
        assertThat(sweep(owner)).isZero();
        owner.sql("update relay_cursor set position = 1").update();

        assertThat(sweep(owner)).isEqualTo(1);
        assertThat(owner.sql("select position from outgoing").query(Long.class).list())
                .containsExactly(2L);
    }

    private static int sweep(JdbcClient owner) {
        return owner.sql("select sweep_outgoing(10)").query(Integer.class).single();
    }

    private static void assertRefused(String role, String change) {
        assertThatThrownBy(() -> {
            try (var connection = TestPostgres.owner(address).getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("set role " + role);
                statement.execute(change);
            }
        }).hasMessageMatching(
                "(?s).*(permission denied|must be owner|[Mm]ust be superuser|must be able to SET ROLE|cannot drop schema|append only|[Oo]nly roles with).*");
    }
}
