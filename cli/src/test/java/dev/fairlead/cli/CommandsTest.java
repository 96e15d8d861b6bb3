package dev.fairlead.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Names, addresses, tokens, refusals and exit codes. */
class CommandsTest {

    @TempDir
    private Path home;
    private EngineStandIn engine;

    @BeforeEach
    void open() throws IOException {
        engine = new EngineStandIn();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Shell shell() {
        return new Shell(home).with("FAIRLEAD_SERVER", engine.address());
    }

    @Test
    void a_name_that_is_not_clear_lists_the_candidates() {
        var ended = shell().run("why", "shop");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("names 2 targets", "eu-1/prod/shop, eu-1/test/shop");
        assertThat(shell().run("why", "shop", "-n", "test", "-o", "name").out())
                .isEqualTo("eu-1/test/shop\n");
    }

    @Test
    void a_name_that_is_not_known_is_told_with_the_nearest() {
        assertThat(shell().run("why", "bakcend").err()).contains("nearest: eu-1/prod/backend",
                "next:  fairlead why eu-1/prod/backend");
        assertThat(shell().run("why", "prod/shpo").err()).contains("nearest: eu-1/prod/shop");
        assertThat(shell().run("why", "a/b/c/d").code()).isEqualTo(64);
    }

    @Test
    void a_command_says_what_was_seen_and_brings_the_token_along() throws IOException {
        Path tokens = Files.writeString(home.resolve("tokens"),
                "# who may\nci 0123456789\nkim abcdefghij\n");
        var ended = shell().run("pause", "backend", "--reason", "looks odd", "--token-file",
                tokens.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("pause of eu-1/prod/backend accepted",
                "RolloutPaused, position 142").doesNotContain("abcdefghij");
        assertThat(engine.requests().getLast()).isEqualTo(
                "POST /api/v1/targets/eu-1/prod/backend/commands/pause Bearer abcdefghij"
                        + " {\"reason\":\"looks odd\",\"expectRollout\":\"eu-1/prod/backend#2\"}");
    }

    @Test
    void a_gate_is_named_and_a_reason_is_needed_but_for_abort() {
        shell().run("approve", "backend", "-r", "fine", "--gate", "confirm-promotion");
        assertThat(engine.requests().getLast()).contains("/commands/approve",
                "\"gate\":\"confirm-promotion\"");
        var ended = shell().run("reject", "backend");
        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.err()).contains("needs a reason", "--reason 'why'");
        assertThat(shell().run("abort", "backend").code()).isZero();
    }

    @Test
    void a_refusal_is_told_with_its_reason() {
        engine.answerCommands(409, """
                {"status":409,"code":"NothingToPause","detail":"Expected a rollout under way"}""");
        var ended = shell().run("pause", "front", "-r", "why not");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("refused: NothingToPause",
                "came:  Expected a rollout under way", "next:  fairlead why eu-1/web/front");
        engine.answerCommands(401, "{\"status\":401,\"detail\":\"Expected a token\"}");
        assertThat(shell().run("pause", "front", "-r", "x").err()).contains("wants a token",
                "--token-file FILE");
    }

    @Test
    void the_exit_code_of_status_tells_how_it_ended() {
        assertThat(shell().run("status", "front").code()).isZero();
        assertThat(shell().run("status", "prod/shop").code()).isEqualTo(2);
        assertThat(shell().run("status", "backend").code()).isEqualTo(3);
        assertThat(shell().run("status", "backend", "--timeout", "soon").code()).isEqualTo(64);
        var away = new Shell(home).run("status", "backend", "--server", "http://127.0.0.1:9");
        assertThat(away.code()).isEqualTo(5);
        assertThat(away.err()).contains("does not answer", "tried: GET http://127.0.0.1:9/",
                "the address is from --server", "next:  start an engine");
    }

    @Test
    void what_is_watched_grows_until_the_rollout_has_ended() {
        var ended = shell().run("get", "backend", "--watch");
        assertThat(engine.requests()).contains(
                "GET /api/v1/events?target=eu-1%2Fprod%2Fbackend from 141");
        assertThat(ended.out()).contains("├─ 02:59:52  weight 20 % ordered (step)",
                "│  │  ├─ FAIL  request-success-rate 92.13 (at least 99)",
                "├─ 03:00:30  promoted");
    }

    @Test
    void an_engine_of_the_users_own_is_found_and_one_that_has_ended_is_told() throws IOException {
        Path file = home.resolve(".fairlead", "engine.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "server=" + engine.address() + "\nstarted-by=sandbox\npid="
                + ProcessHandle.current().pid() + "\n");
        assertThat(new Shell(home).run("list").code()).isZero();
        Files.writeString(file, "server=http://127.0.0.1:9\nstarted-by=sandbox\npid=999999999\n");
        assertThat(new Shell(home).run("list").err()).contains("the sandbox that wrote",
                "has ended");
    }

    @Test
    void a_token_goes_to_the_engine_that_it_is_of_and_nowhere_else() throws IOException {
        Path token = Files.writeString(home.resolve("token"), "kim abcdefghij\n");
        Path file = home.resolve(".fairlead", "engine.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "server=http://127.0.0.1:9\ntoken-file=" + token + "\n");
        shell().run("list");
        assertThat(engine.requests().getLast()).doesNotContain("abcdefghij");
    }

    @Test
    void colours_are_for_terminals_that_want_them() {
        assertThat(shell().run("list").out()).doesNotContain("\033[");
        assertThat(shell().onTerminal().run("list").out()).contains("\033[31mFailed\033[0m");
        assertThat(shell().onTerminal().with("NO_COLOR", "1").run("list").out())
                .doesNotContain("\033[");
    }

    @Test
    void a_wrong_command_line_says_what_was_perhaps_meant() {
        var ended = shell().run("list", "--phaze", "Failed");
        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.err()).contains("Unknown option: '--phaze'", "perhaps --phase");
        assertThat(shell().run("completion").out()).contains("complete -F", "--follow");
    }

    @Test
    void lint_names_the_line() throws IOException {
        Path file = Files.writeString(home.resolve("canary.yaml"), """
                apiVersion: flagger.app/v1beta1
                kind: Canary
                metadata:
                  name: app
                  namespace: prod
                spec:
                  provider: nginx
                  targetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: app
                  service:
                    port: 80
                  analysis:
                    interval: 1x
                    threshold: 5
                """);
        var ended = shell().run("lint", file.toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).contains(file + ":15:15: spec.analysis.interval: expected");
        assertThat(shell().run("lint", home.resolve("none.yaml").toString()).err())
                .contains("cannot be read");
    }
}
