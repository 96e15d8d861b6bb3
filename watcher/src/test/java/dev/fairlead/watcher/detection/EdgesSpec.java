package dev.fairlead.watcher.detection;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Life;
import dev.fairlead.events.observation.GeneratedObjectLost;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.ReadinessChanged;
import dev.fairlead.events.observation.TargetGone;

import static org.assertj.core.api.Assertions.assertThat;

class EdgesSpec {

    private final Sights sights = Manifests.all();

    private final Picture told = look();

    @Test
    void a_new_target_is_told_whole() {
        assertThat(news(Picture.NOTHING, look()))
                .isEqualTo(told.parts());
    }

    @Test
    void the_same_again_is_no_news() {
        sights.with(Manifests.DEPLOYMENT).with(Manifests.ROUTE).with(Manifests.CANARY);
        assertThat(news()).isEmpty();
    }

    @Test
    void one_more_pod_is_no_news_and_the_last_one_is() {
        sights.with(pods(5, 1));
        var before = look();
        sights.with(pods(5, 4));
        assertThat(Edges.between(DetectorSpec.TARGET, before, look())).isEmpty();
        sights.with(pods(5, 5));
        assertThat(Edges.between(DetectorSpec.TARGET, before, look()))
                .singleElement()
                .isInstanceOfSatisfying(ReadinessChanged.class,
                        now -> assertThat(now.readiness().isReady()).isTrue());
    }

    @Test
    void another_template_is_a_revision_and_its_readiness() {
        sights.with(Manifests.DEPLOYMENT.replace("podinfo:1.0", "podinfo:1.1"));
        assertThat(names(news())).containsExactly("RevisionDetected", "ReadinessChanged");
    }

    @Test
    void a_route_written_by_another_hand_is_news_even_with_the_same_weights() {
        sights.with(Manifests.ROUTE.replace("generation: 2", "generation: 3"));
        assertThat(names(news())).containsExactly("RouteChanged");
    }

    @Test
    void a_fence_that_shows_is_news() {
        sights.with(Manifests.PRIMARY.replace("\"1.4\"", "\"1.9\""));
        assertThat(names(news())).containsExactly("ReadinessChanged");
    }

    @Test
    void a_metric_template_that_changes_changes_the_definition() {
        sights.with(Manifests.TEMPLATE.replace("sum(rate", "avg(rate"));
        assertThat(names(news())).containsExactly("DefinitionChanged");
    }

    @Test
    void a_generated_object_that_goes_is_lost() {
        sights.without("VirtualService", "podinfo").without("Deployment", "podinfo-primary");
        assertThat(news()).containsExactly(
                new GeneratedObjectLost(DetectorSpec.TARGET, new Life("life-1"), "Deployment",
                        "podinfo-primary"),
                new GeneratedObjectLost(DetectorSpec.TARGET, new Life("life-1"), "VirtualService",
                        "podinfo"));
    }

    @Test
    void objects_of_another_name_are_not_lost() {
        sights.with(Manifests.CANARY.replace("service:", "service:\n    name: shop"));
        assertThat(names(news())).containsExactly("DefinitionChanged");
    }

    @Test
    void a_canary_made_again_ends_one_life_and_begins_another() {
        sights.with(Manifests.CANARY.replace("life-1", "life-2"));
        var news = news();
        assertThat(news.getFirst())
                .isEqualTo(new TargetGone(DetectorSpec.TARGET, new Life("life-1")));
        assertThat(names(news)).containsExactly("TargetGone", "DefinitionChanged",
                "RevisionDetected", "ReadinessChanged", "ReadinessChanged", "RouteChanged");
    }

    @Test
    void a_deleted_canary_is_gone() {
        assertThat(Edges.between(DetectorSpec.TARGET, told, Picture.NOTHING))
                .containsExactly(new TargetGone(DetectorSpec.TARGET, new Life("life-1")));
        assertThat(Edges.between(DetectorSpec.TARGET, Picture.NOTHING, Picture.NOTHING)).isEmpty();
    }

    @Test
    void bad_news_can_be_held_back_while_the_rest_is_told() {
        sights.without("MetricTemplate", "error-rate")
                .with(Manifests.DEPLOYMENT.replace("podinfo:1.0", "podinfo:1.1"));
        Picture calm = Edges.withoutBadNews(told, look());
        assertThat(names(Edges.between(DetectorSpec.TARGET, told, calm)))
                .containsExactly("RevisionDetected", "ReadinessChanged");
        assertThat(names(Edges.between(DetectorSpec.TARGET, calm, look())))
                .containsExactly("DefinitionRefused");
    }

    @Test
    void a_status_that_lags_behind_can_be_held_back_too() {
        sights.with(Manifests.DEPLOYMENT.replace("observedGeneration: 3", "observedGeneration: 2"));
        assertThat(names(news())).containsExactly("ReadinessChanged");
        assertThat(news(told, Edges.withoutBadNews(told, look()))).isEmpty();
    }

    @Test
    void a_restatement_names_what_a_prepared_target_lacks() {
        var missing = Set.of("Service/podinfo");
        assertThat(Edges.restated(DetectorSpec.TARGET, told, missing).parts())
                .isEqualTo(told.parts());
        sights.with(Manifests.CANARY + "status: {phase: Initialized}\n");
        assertThat(Edges.restated(DetectorSpec.TARGET, look(), missing).parts()).contains(
                new GeneratedObjectLost(DetectorSpec.TARGET, new Life("life-1"), "Service",
                        "podinfo"));
    }

    private static String pods(int all, int available) {
        return Manifests.PRIMARY.replace("replicas: 2", "replicas: " + all)
                .replace("updatedReplicas: 2", "updatedReplicas: " + all)
                .replace("availableReplicas: 1", "availableReplicas: " + available);
    }

    private List<Observation> news() {
        return Edges.between(DetectorSpec.TARGET, told, look());
    }

    private static List<Observation> news(Picture before, Picture after) {
        return Edges.between(DetectorSpec.TARGET, before, after);
    }

    private Picture look() {
        return DetectorSpec.DETECTOR.look(DetectorSpec.TARGET, sights, Frame.NONE);
    }

    private static List<String> names(List<Observation> observations) {
        return observations.stream().map(each -> each.getClass().getSimpleName()).toList();
    }
}
