package dev.fairlead.router.plan;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;

import static org.assertj.core.api.Assertions.assertThat;

class RemakeTest {

    private static final ObjectRef PRIMARY = new ObjectRef(Kind.DEPLOYMENT, "prod",
            "shop-primary");
    private static final TargetKey SHOP = new TargetKey("eu-1", "prod", "shop");
    private static final Life LIFE = new Life("uid-2");
    private static final Fields LIVE = Fields.of(Map.of("apiVersion", "apps/v1", "kind",
            "Deployment", "metadata",
            Map.of("name", "shop-primary", "namespace", "prod", "uid", "u", "resourceVersion",
                    "7", "labels", Map.of("app", "shop-primary"), "annotations",
                    Map.of(Meta.FENCE, "1.7", Meta.REVISION, "v1",
                            "deployment.kubernetes.io/revision", "3"),
                    "ownerReferences", List.of(Map.of("uid", "uid-1"))),
            "spec", Map.of("replicas", 2, "template", Map.of("metadata", Map.of())), "status",
            Map.of("replicas", 2)));

    @Test
    void what_the_cluster_added_is_not_kept() {
        assertThat(Remake.kept(LIVE).map()).isEqualTo(Map.of("spec",
                LIVE.fields("spec").map(), "metadata", Map.of("labels",
                        Map.of("app", "shop-primary"), "annotations",
                        Map.of(Meta.REVISION, "v1"))));
    }

    @Test
    void a_lost_object_is_made_as_it_was_and_belongs_to_the_canary_of_now() {
        Fields made = remake().created().orElseThrow();
        assertThat(made.fields("spec")).isEqualTo(LIVE.fields("spec"));
        assertThat(made.text("metadata", "name")).isEqualTo("shop-primary");
        assertThat(Carried.by(made).template().text()).isEqualTo("v1");
        assertThat(made.list("metadata", "ownerReferences")).extracting(it -> it.text("uid"))
                .containsExactly("uid-2");
    }

    @Test
    void one_that_is_there_again_is_left_alone() {
        assertThat(remake().corrected(LIVE)).isEqualTo(LIVE);
    }

    private static Remake remake() {
        return new Remake(PRIMARY, SHOP, LIFE, Remake.kept(LIVE));
    }
}
