package dev.fairlead.watcher.detection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.fairlead.canary.revision.SecretFingerprints;
import dev.fairlead.events.Address;
import dev.fairlead.events.definition.Hook;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.definition.Problem;
import dev.fairlead.events.observation.DefinitionChanged;
import dev.fairlead.events.wire.WordJson;

import static org.assertj.core.api.Assertions.assertThat;

class DefinitionSpec {

    private final Sights sights = Manifests.all();

    @Test
    void a_definition_is_whole_and_holds_no_secret() throws IOException {
        String json = WordJson.tolerant()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(DetectorSpec.definition(sights).definition());
        assertThat(json).doesNotContain("s3cret").isEqualToIgnoringNewLines(golden());
    }

    @Test
    void the_same_definition_in_another_generation_is_equal() {
        var before = DetectorSpec.definition(sights);
        sights.with(Manifests.CANARY.replace("uid: life-1", "uid: life-1\n  generation: 7"));
        var after = DetectorSpec.definition(sights);
        assertThat(after.canary()).isNotEqualTo(before.canary());
        assertThat(after.definition()).isEqualTo(before.definition());
    }

    @Test
    void a_canary_without_a_target_names_the_field() {
        sights.with(Manifests.CANARY.replace(
                "targetRef: {apiVersion: apps/v1, kind: Deployment, name: podinfo}", ""));
        assertThat(DetectorSpec.problems(sights)).extracting(Problem::field)
                .contains("spec.targetRef");
    }

    @Test
    void an_unknown_provider_is_refused_with_the_known_ones() {
        sights.with(Manifests.CANARY.replace("provider: istio", "provider: istoi"));
        var problem = DetectorSpec.problems(sights).getFirst();
        assertThat(problem.field()).isEqualTo("spec.provider");
        assertThat(problem.message()).contains("istoi").contains("istio, knative, kubernetes");
    }

    @Test
    void an_interval_that_cannot_be_parsed_is_refused_with_its_value() {
        sights.with(Manifests.CANARY.replace("interval: 10s", "interval: soon"));
        var problem = DetectorSpec.problems(sights).getFirst();
        assertThat(problem.field()).isEqualTo("spec.analysis.interval");
        assertThat(problem.message()).contains("soon");
    }

    @Test
    void a_template_is_read_at_use_only_for_its_headers_and_its_secret() {
        String plain = Manifests.TEMPLATE.replace("secretRef: {name: prom-auth}", "");
        assertThat(templateReadAtUse(plain)).isEmpty();
        assertThat(templateReadAtUse(plain.replace("type: prometheus",
                "type: prometheus\n    headers: {X-Scope-OrgID: [team-a]}")))
                .isEqualTo("prod/error-rate");
        assertThat(templateReadAtUse(Manifests.TEMPLATE)).isEqualTo("prod/error-rate");
    }

    private String templateReadAtUse(String template) {
        sights.with(template);
        return DetectorSpec.definition(sights)
                .definition()
                .metrics()
                .stream()
                .filter(check -> check.kind() == MetricCheck.Kind.TEMPLATE)
                .findFirst()
                .orElseThrow()
                .source()
                .template();
    }

    @Test
    void a_template_that_does_not_exist_is_named() {
        sights.without("MetricTemplate", "error-rate");
        assertThat(DetectorSpec.problems(sights)).containsExactly(
                new Problem("spec.analysis.metrics[1].templateRef", "prod/error-rate",
                        "spec.analysis.metrics[1].templateRef: expected a MetricTemplate, "
                                + "but prod/error-rate does not exist"));
    }

    @Test
    void a_template_that_does_not_render_is_named() {
        sights.with(Manifests.TEMPLATE.replace("variables.direction", "variables.speed"));
        var problem = DetectorSpec.problems(sights).getFirst();
        assertThat(problem.field()).startsWith("spec.analysis.metrics[1]");
        assertThat(problem.message()).contains("speed");
    }

    @Test
    void an_alert_provider_that_does_not_exist_is_named() {
        sights.without("AlertProvider", "slack");
        assertThat(DetectorSpec.problems(sights)).extracting(Problem::field)
                .containsExactly("spec.analysis.alerts[0].providerRef");
    }

    @Test
    void a_template_that_is_wrong_itself_is_named_through_the_canary() {
        sights.with(Manifests.TEMPLATE.replace("type: prometheus", "type: promethius"));
        var problem = DetectorSpec.problems(sights).getFirst();
        assertThat(problem.field()).isEqualTo("spec.analysis.metrics[1].templateRef");
        assertThat(problem.message()).contains("MetricTemplate prod/error-rate: spec.provider.type")
                .contains("promethius");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "spec.provider|provider: istio|provider: contour"
    })
    void what_cannot_be_done_yet_is_refused_by_name(String field, String what, String other) {
        sights.with(Manifests.CANARY.replace(what, other.replace("~", "\n    ")));
        assertThat(DetectorSpec.problems(sights))
                .anySatisfy(problem -> {
                    assertThat(problem.field()).isEqualTo(field);
                    assertThat(problem.message()).endsWith("is not supported yet");
                });
    }

    @Test
    void a_canary_without_event_hooks_has_the_one_of_all() {
        sights.with(Manifests.CANARY.replace("type: pre-rollout", "type: rollout"));
        assertThat(hooks("http://user:s3cret@told.test/events?key=s3cret")).last()
                .satisfies(hook -> {
                    assertThat(hook.name()).isEqualTo("events");
                    assertThat(hook.type()).isEqualTo(HookType.EVENT);
                    assertThat(hook.retries()).isZero();
                    assertThat(hook.timeout()).hasSeconds(10);
                    assertThat(hook.url().shown()).isEqualTo("http://told.test/events");
                    assertThat(hook.url().reference()).isEqualTo(Hook.EVENT_SETTING);
                });
        assertThat(hooks("http://told.test/events")).last()
                .satisfies(hook -> assertThat(hook.url())
                        .isEqualTo(Address.plain("http://told.test/events")));
        assertThat(hooks("")).noneMatch(hook -> hook.type() == HookType.EVENT);
    }

    @Test
    void event_hooks_of_a_canary_take_the_place_of_the_one_of_all() {
        sights.with(Manifests.CANARY.replace("type: pre-rollout", "type: event"));
        assertThat(hooks("http://told.test/events"))
                .filteredOn(hook -> hook.type() == HookType.EVENT)
                .extracting(Hook::name)
                .containsExactly("conformance-test");
    }

    private List<Hook> hooks(String eventWebhook) {
        var plain = DetectionSettings.PLAIN;
        var settings = new DetectionSettings(plain.meshProvider(), plain.metricsServer(),
                plain.selectorLabels(), true, SecretSight.WATCH, true, eventWebhook);
        return new Detector(settings, new SecretFingerprints(new byte[32]))
                .look(DetectorSpec.TARGET, sights, Frame.NONE)
                .parts()
                .stream()
                .filter(DefinitionChanged.class::isInstance)
                .map(DefinitionChanged.class::cast)
                .findFirst()
                .orElseThrow()
                .definition()
                .hooks();
    }

    @Test
    void a_suspended_canary_is_a_definition_all_the_same() {
        sights.with(Manifests.CANARY.replace("provider: istio", "suspend: true"));
        assertThat(DetectorSpec.definition(sights).definition().switches().suspended()).isTrue();
    }

    private static String golden() throws IOException {
        try (var in = DefinitionSpec.class.getResourceAsStream("definition.json")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
