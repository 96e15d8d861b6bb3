package dev.fairlead.analyzer.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import dev.fairlead.analyzer.Orders;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.report.AnalysisScored;
import dev.fairlead.events.report.AnalysisUnanswered;
import dev.fairlead.events.report.CheckEvidence.Outcome;
import dev.fairlead.events.report.CheckEvidence.Verdict;
import dev.fairlead.events.report.HooksAnswered;
import dev.fairlead.topics.testkafka.TestKafka;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

class AnalyzerIT {

    private static final int MANY = 60;
    private static final int ROUNDS = 10;

    private static TestKafka kafka;
    private static WireMockServer world;
    private static ConfigurableApplicationContext analyzer;
    private static Conversation conversation;

    @BeforeAll
    static void start() {
        kafka = new TestKafka();
        world = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        world.start();
        // The analyzer comes first: it must wait for Kafka and for its topics.
        analyzer = AnalyzerMain.application()
                .run("--server.port=0", "--fairlead.kafka.bootstrap-servers=" + kafka.address(),
                        "--fairlead.analyzer.worker=a-1", "--fairlead.analyzer.workers=2");
        kafka.start();
        conversation = new Conversation(kafka, analyzer);
        conversation.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        analyzer.close();
        conversation.close();
        world.stop();
        kafka.close();
    }

    @Test
    void an_analysis_is_scored_with_all_its_evidence() throws Exception {
        world.stubFor(any(anyUrl()).atPriority(9)
                .willReturn(aResponse().withBody(
                        "{\"data\":{\"result\":[{\"value\":[1,\"97.25\"]}]}}")));
        conversation.order(Orders.analysis("scored", OrderHead.NEVER, 1,
                Orders.successRate(world.baseUrl()), Orders.successRate("http://127.0.0.1:1")));
        assertThat(conversation.report("scored")).isInstanceOfSatisfying(AnalysisScored.class,
                scored -> {
                    assertThat(scored.order().worker()).isEqualTo("a-1");
                    var checks = scored.checks();
                    assertThat(checks).hasSize(2);
                    assertThat(checks.get(0).query()).isEqualTo(
                            "sum(rate( requests{ns=\"prod\", target=\"scored\"}[1m]))");
                    assertThat(checks.get(0).value()).isEqualTo("97.25");
                    assertThat(checks.get(0).verdict()).isEqualTo(Verdict.FAIL);
                    assertThat(checks.get(0).halt()).isEqualTo(
                            "Halt scored.prod advancement success rate 97.25% < 99%");
                    assertThat(checks.get(1).outcome()).isEqualTo(Outcome.UNREACHABLE);
                    assertThat(checks.get(1).error()).startsWith("request failed: ");
                });
        assertThat(conversation.get("/actuator/prometheus"))
                .contains("fairlead_analyzer_checks_seconds");
    }

    @Test
    void what_came_too_late_or_wants_a_judge_of_the_future_is_unanswered() throws Exception {
        conversation.order(Orders.analysis("late", Instant.now(), 1));
        assertThat(conversation.report("late")).isInstanceOfSatisfying(AnalysisUnanswered.class,
                late -> assertThat(late.reason()).contains("expired"));
        conversation.order(Orders.analysis("future", OrderHead.NEVER, 99));
        assertThat(conversation.report("future")).isInstanceOfSatisfying(AnalysisUnanswered.class,
                future -> assertThat(future.reason()).contains("99"));
    }

    @Test
    void any_number_of_analyzers_share_the_work_and_each_analysis_is_scored_once()
            throws Exception {
        try (var second = AnalyzerMain.application()
                .run("--server.port=0", "--fairlead.kafka.bootstrap-servers=" + kafka.address(),
                        "--fairlead.analyzer.worker=a-2", "--fairlead.analyzer.workers=2")) {
            new Conversation(kafka, second).awaitReady();
            // who is ready may wait for its share of the queue for a moment more
            Set<String> workers = new TreeSet<>();
            for (int round = 0; round < ROUNDS && workers.size() < 2; round++) {
                workers.addAll(scoredBy("many-" + round + "-"));
            }
            assertThat(workers).containsExactly("a-1", "a-2");
        }
    }

    /** Orders many analyses, each of which must be scored once; who scored them. */
    private List<String> scoredBy(String names) throws Exception {
        for (int i = 0; i < MANY; i++) {
            conversation.order(Orders.analysis(names + i, OrderHead.NEVER, 1));
        }
        var workers = conversation.reports(MANY, "eu-1/prod/" + names)
                .stream()
                .map(report -> report.order().worker())
                .toList();
        assertThat(workers).hasSize(MANY);
        return workers;
    }

    @Test
    void an_analysis_of_nothing_passes() throws Exception {
        conversation.order(Orders.analysis("nothing", OrderHead.NEVER, 1));
        assertThat(conversation.report("nothing")).isInstanceOfSatisfying(AnalysisScored.class,
                scored -> assertThat(scored.checks()).isEmpty());
    }

    @Test
    void hooks_stop_at_the_first_failure_and_a_hanging_one_holds_up_no_other_target()
            throws Exception {
        world.stubFor(post("/hangs").willReturn(aResponse().withFixedDelay(30_000)));
        world.stubFor(post("/good").willReturn(aResponse()));
        world.stubFor(post("/bad").willReturn(aResponse().withStatus(403).withBody("no")));
        world.stubFor(post("/after").willReturn(aResponse()));
        conversation.order(Orders.hooks("hanging", HookType.ROLLOUT,
                Orders.hook("h", HookType.ROLLOUT, world.baseUrl() + "/hangs", 0)));
        long begun = System.nanoTime();
        conversation.order(Orders.hooks("tested", HookType.PRE_ROLLOUT,
                Orders.hook("good", HookType.PRE_ROLLOUT, world.baseUrl() + "/good", 0),
                Orders.hook("bad", HookType.PRE_ROLLOUT, world.baseUrl() + "/bad", 0),
                Orders.hook("after", HookType.PRE_ROLLOUT, world.baseUrl() + "/after", 0)));
        assertThat(conversation.report("tested")).isInstanceOfSatisfying(HooksAnswered.class,
                answered -> {
                    assertThat(answered.answers()).hasSize(2);
                    assertThat(answered.answers().get(1).error()).isEqualTo("no");
                });
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        world.verify(0, postRequestedFor(urlEqualTo("/after")));
        assertThat(conversation.report("hanging")).isInstanceOfSatisfying(HooksAnswered.class,
                answered -> assertThat(answered.answers().getFirst().error())
                        .contains("no answer within 2000 ms"));
    }
}
