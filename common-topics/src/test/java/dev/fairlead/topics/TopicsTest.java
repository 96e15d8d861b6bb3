package dev.fairlead.topics;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TopicsTest {

    @Test
    void a_cluster_needs_its_four_topics_and_their_dead_letters() {
        assertThat(TopicPlan.ofCluster("eu-1")).extracting(TopicSpec::name)
                .containsExactly("fairlead.observation.eu-1", "fairlead.observation.eu-1.dead",
                        "fairlead.report.eu-1", "fairlead.report.eu-1.dead",
                        "fairlead.order.change.eu-1", "fairlead.order.change.eu-1.dead",
                        "fairlead.restate.eu-1", "fairlead.restate.eu-1.dead");
        assertThat(TopicPlan.ofCluster("eu-1")).allMatch(spec -> spec.partitions() == 1);
    }

    @Test
    void a_pool_needs_its_four_topics_and_their_dead_letters() {
        assertThat(TopicPlan.ofPool("default")).extracting(TopicSpec::name)
                .containsExactlyInAnyOrder("fairlead.report.default",
                        "fairlead.report.default.dead", "fairlead.order.analysis.default",
                        "fairlead.order.analysis.default.dead", "fairlead.order.hook.default",
                        "fairlead.order.hook.default.dead", "fairlead.order.notice.default",
                        "fairlead.order.notice.default.dead");
    }

    @Test
    void a_name_that_kafka_would_refuse_is_refused_here() {
        assertThatThrownBy(() -> Topics.observation("eu 1")).hasMessageContaining("\"eu 1\"")
                .hasMessageContaining("cluster");
    }
}
