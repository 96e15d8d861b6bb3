package dev.fairlead.standalone.flags;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FlagReadingTest {

    /** The flags of the reference, version 1.44.0, and those of klog that it lets through. */
    private static final String FLAGGERS = """
            kubeconfig master kubeconfig-qps kubeconfig-burst kubeconfig-service-mesh metrics-server
            control-loop-interval log-level zap-encoding zap-replace-globals port slack-url slack-token
            slack-proxy-url slack-channel slack-user msteams-url msteams-proxy-url event-webhook
            include-label-prefix threadiness namespace mesh-provider selector-labels
            ingress-annotations-prefix ingress-class enable-leader-election leader-election-namespace
            enable-config-tracking cluster-name no-cross-namespace-refs version v vmodule logtostderr
            """;

    @ParameterizedTest
    @ValueSource(strings = {"-namespace=prod", "--namespace=prod", "-namespace prod",
        "--namespace prod"})
    void one_dash_or_two_an_equals_sign_or_a_blank_are_the_same(String words) {
        assertThat(read(words.split(" ")).settings())
                .containsEntry("fairlead.watcher.namespace", "prod");
    }

    @Test
    void every_flag_of_flagger_is_known() {
        assertThat(Flags.all().map(Flag::name)).contains(FLAGGERS.strip().split("\\s+"));
        assertThat(Flags.all().map(Flag::name)).doesNotHaveDuplicates();
    }

    @Test
    void the_last_of_several_counts() {
        assertThat(read("-port=1", "-port=2").settings()).containsEntry("server.port", "2");
    }

    @Test
    void contexts_are_as_many_as_are_named() {
        assertThat(read("--context", "eu", "--context=us").values("context"))
                .containsExactly("eu", "us");
    }

    @ParameterizedTest
    @CsvSource({"-no-cross-namespace-refs,true", "-no-cross-namespace-refs=true,true",
        "-no-cross-namespace-refs=F,false", "--no-cross-namespace-refs=1,true"})
    void a_switch_needs_no_value(String word, String value) {
        assertThat(read(word).settings())
                .containsEntry("fairlead.watcher.no-cross-namespace-refs", value);
    }

    @Test
    void a_switch_in_the_middle_takes_no_other_flag_for_its_value() {
        var wish = read("-enable-config-tracking", "-namespace", "prod");
        assertThat(wish.settings()).containsEntry("fairlead.watcher.enable-config-tracking", "true")
                .containsEntry("fairlead.router.enable-config-tracking", "true")
                .containsEntry("fairlead.watcher.namespace", "prod");
    }

    @Test
    void what_nobody_named_is_left_to_the_settings() {
        assertThat(read().settings()).isEmpty();
        assertThat(read().own()).isEmpty();
    }

    @Test
    void a_flag_that_is_not_needed_is_accepted_and_the_reason_is_told() {
        var wish = read("-control-loop-interval=10s", "-threadiness", "4", "-v=3");
        assertThat(wish.settings()).isEmpty();
        assertThat(wish.notes()).hasSize(3)
                .anyMatch(note -> note.startsWith(
                        "--control-loop-interval is accepted and does nothing: nothing is looked"));
    }

    @Test
    void a_flag_that_is_not_needed_takes_no_other_flag_for_its_value() {
        var wish = read("-enable-leader-election", "-logtostderr", "-namespace", "prod");
        assertThat(wish.notes()).hasSize(2);
        assertThat(wish.settings()).containsEntry("fairlead.watcher.namespace", "prod");
    }

    @ParameterizedTest
    @CsvSource({"--mesh-provder=istio,--mesh-provider", "-metric-server=x,--metrics-server",
        "--slack-chanel=x,--slack-channel", "--Namespace=x,--namespace"})
    void an_unknown_flag_is_refused_with_the_nearest_name(String word, String nearest) {
        assertThatThrownBy(() -> read(word)).isInstanceOf(WrongFlag.class)
                .hasMessageContaining("is not known; did you mean " + nearest + "?");
    }

    @Test
    void an_unknown_flag_that_is_near_to_none_is_refused_without_a_guess() {
        assertThatThrownBy(() -> read("--quux=1")).hasMessageContaining("--quux is not known")
                .hasMessageNotContaining("did you mean");
    }

    @Test
    void a_word_that_is_no_flag_is_refused() {
        assertThatThrownBy(() -> read("istio"))
                .hasMessageContaining("Expected only flags, but got \"istio\"");
    }

    @Test
    void a_flag_without_its_value_is_refused_by_name() {
        assertThatThrownBy(() -> read("--namespace")).isInstanceOf(WrongFlag.class)
                .hasMessageContaining("--namespace");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--port=http      | --port: expected a port from 0 to 65535 (0: any free one), but got \"http\"",
        "--port=70000     | --port: expected a port from 0 to 65535 (0: any free one), but got \"70000\"",
        "-metrics-server=prometheus:9090 | --metrics-server: expected an address that starts with http:// or https://, but got \"prometheus:9090\"",
        "--mesh-provider=istoi | --mesh-provider: expected one of apisix, ",
        "--log-level=loud | --log-level: expected one of debug, info, warn, error, fatal, panic, but got \"loud\"",
        "--no-cross-namespace-refs=maybe | --no-cross-namespace-refs: expected true or false, but got \"maybe\"",
        "--kafka=broker   | --kafka: expected host:port, several separated by commas, but got \"broker\"",
        "--database=postgres://u:secret@h/db | --database: expected jdbc:postgresql://host:port/name, but got \"postgres://…@h/db\""})
    void a_value_that_cannot_be_used_is_refused_with_flag_expectation_and_value(String word,
            String message) {
        assertThatThrownBy(() -> read(word)).isInstanceOf(WrongFlag.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_secret_that_cannot_be_used_is_not_shown() {
        assertThatThrownBy(() -> read("-slack-url=hooks.slack.com/T1/secret"))
                .hasMessageStartingWith("--slack-url: ")
                .hasMessageNotContaining("secret/")
                .hasMessageNotContaining("T1");
    }

    @Test
    void what_asks_for_something_that_is_not_there_is_refused_and_not_passed_over() {
        assertThatThrownBy(() -> read("-kubeconfig-service-mesh=mesh.conf"))
                .hasMessageContaining("--kubeconfig-service-mesh cannot be obeyed: ");
    }

    @Test
    void the_environment_wins_where_flaggers_does() {
        var wish = FlagReading.of(List.of("-slack-url=https://flag.example.com/x"),
                Map.of("SLACK_URL", "https://env.example.com/y"));
        assertThat(wish.settings()).containsEntry("fairlead.notifier.slack.url",
                "https://env.example.com/y");
        assertThat(wish.toString()).doesNotContain("example.com");
    }

    @Test
    void the_webhook_of_all_events_is_told_to_who_names_it_and_to_who_calls_it() {
        var wish = FlagReading.of(List.of("-event-webhook", "http://flag.example.com/x"),
                Map.of("EVENT_WEBHOOK_URL", "http://user:s3cret@env.example.com/y"));
        assertThat(wish.settings())
                .containsEntry("fairlead.watcher.event-webhook",
                        "http://user:s3cret@env.example.com/y")
                .containsEntry("fairlead.analyzer.event-webhook",
                        "http://user:s3cret@env.example.com/y");
        assertThatThrownBy(() -> read("--event-webhook=s3cret.example.com"))
                .hasMessageStartingWith("--event-webhook: ")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void settings_of_the_services_stand_among_the_flags() {
        assertThat(read("--fairlead.router.worker=w=1", "--spring.datasource.username=me")
                .settings()).containsEntry("fairlead.router.worker", "w=1")
                .containsEntry("spring.datasource.username", "me");
    }

    @Test
    void the_help_names_every_flag_and_fits_a_terminal() {
        String help = Usage.text();
        assertThat(Flags.all().filter(flag -> flag.use() != Flag.Use.MISSING))
                .allMatch(flag -> help.contains("--" + flag.name()));
        assertThat(help.lines()).allMatch(line -> line.length() <= 106 && !line.endsWith(" "));
    }

    private static Wish read(String... words) {
        return FlagReading.of(List.of(words), Map.of());
    }
}
