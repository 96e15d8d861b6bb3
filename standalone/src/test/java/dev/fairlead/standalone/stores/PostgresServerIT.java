package dev.fairlead.standalone.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class PostgresServerIT {

    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    private Path folder;
    private Path pidFile;

    @BeforeEach
    void name() {
        folder = directory.resolve("postgres");
        pidFile = folder.resolve("data/postmaster.pid");
    }

    @Test
    void what_was_acknowledged_is_there_after_a_kill_and_on_another_port() throws Exception {
        try (PostgresServer first = PostgresServer.start(folder)) {
            run(first, "create table kept (x int)", "insert into kept values (42)");
            assertThat(text(first, "show fsync")).isEqualTo("on");
            assertThat(text(first, "show synchronous_commit")).isEqualTo("on");

            ProcessHandle killed = postmaster();
            killed.destroyForcibly();
            await("the server to be started again").atMost(SOON)
                    .ignoreExceptions()
                    .until(() -> text(first, "select x from kept").equals("42"));
            assertThat(postmaster().pid()).isNotEqualTo(killed.pid());
        }
        assertThat(pidFile).doesNotExist();
        try (PostgresServer second = PostgresServer.start(folder)) {
            assertThat(text(second, "select x from kept")).isEqualTo("42");
        }
    }

    @Test
    void a_server_that_an_earlier_run_has_left_is_ended_and_nobody_else() throws Exception {
        PostgresServer.start(folder).close();
        PostgresCluster cluster = new PostgresCluster(folder);
        TiedProcess left = TiedProcess.start(folder, folder.resolve("postgres.log"),
                cluster.command("postgres", List.of("-D",
                        cluster.data().toString(), "-p", Integer.toString(LoopbackPort.free()),
                        "-c", "unix_socket_directories=", "-c", "listen_addresses=127.0.0.1")),
                cluster.environment());
        await().atMost(SOON).until(() -> Files.exists(pidFile) && cluster.isServed());
        try (PostgresServer next = PostgresServer.start(folder)) {
            assertThat(left.endsWithin(SOON)).isTrue();
            assertThat(text(next, "select 1")).isEqualTo("1");
        }

        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");
        try (PostgresServer next = PostgresServer.start(folder)) {
            assertThat(text(next, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void nobody_gets_in_without_the_password_which_is_the_owners_alone() throws Exception {
        try (PostgresServer server = PostgresServer.start(folder)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(),
                    server.username(), "guess")).isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(folder.resolve("password"))).hasSize(2);
        }
    }

    @Test
    void a_first_start_that_was_cut_off_is_made_anew() throws Exception {
        Files.createDirectories(folder.resolve("data.new/base"));
        Files.createDirectories(folder.resolve("unpacking/bin"));
        PostgresServer.start(folder).close();
        assertThat(folder.resolve("data.new")).doesNotExist();
    }

    @Test
    void a_database_of_another_version_is_refused() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "12\n");
        assertThatThrownBy(() -> PostgresServer.start(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is of Postgres 12")
                .hasMessageContaining("docs/operate.md");
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                .orElseThrow();
    }

    private static void run(PostgresServer server, String... statements) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static String text(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.username(),
                server.password());
    }
}
