package dev.fairlead.sandbox.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.client.KubernetesClientException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class OutagesIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static World world;

    @BeforeAll
    static void start() {
        world = World.plan().kafka().postgres().prometheus(Duration.ofMillis(250)).start();
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void the_api_server_comes_back_with_its_data_and_pods_go_on() {
        world.controlPlane().namespace("outage");
        world.client().resource(Deployments.of("outage", "before", "demo:1", 1)).create();
        await().atMost(SOON).until(() -> readyReplicas("before") == 1);

        world.controlPlane().stopApiServer();
        assertThatThrownBy(() -> world.client().namespaces().list())
                .isInstanceOf(KubernetesClientException.class);
        world.controlPlane().startApiServer();

        assertThat(readyReplicas("before")).isEqualTo(1);
        world.client().resource(Deployments.of("outage", "after", "demo:1", 2)).create();
        await().atMost(SOON).until(() -> readyReplicas("after") == 2);
    }

    @Test
    void a_frozen_api_server_answers_nothing_until_it_is_resumed() {
        world.controlPlane().pauseApiServer();
        assertThatThrownBy(() -> world.client().namespaces().list())
                .isInstanceOf(KubernetesClientException.class);
        world.controlPlane().resumeApiServer();

        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> !world.client().namespaces().list().getItems().isEmpty());
    }

    @Test
    void postgres_comes_back_with_what_it_acknowledged() throws SQLException {
        execute("create table kept (id int)");
        execute("insert into kept values (1)");

        world.postgres().stop();
        world.postgres().start();

        try (Connection connection = world.postgres().dataSource().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement
                        .executeQuery("select count(*), current_setting('fsync') from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
            assertThat(rows.getString(2)).isEqualTo("on");
        }
    }

    @Test
    void kafka_comes_back_with_its_topics() throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", world.kafka().bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }

        world.kafka().stop();
        world.kafka().start();

        try (Admin admin = Admin.create(settings)) {
            assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS)).contains("kept");
        }
    }

    @Test
    void prometheus_scrapes_itself_when_told_to_and_after_a_restart() {
        world.prometheus()
                .targets()
                .put("self",
                        List.of("127.0.0.1:" + world.prometheus().address().getPort()),
                        Map.of("who", "self"));
        PrometheusQuery query = new PrometheusQuery(world.prometheus().address());
        await().atMost(SOON).until(() -> query.value("up{who='self'}").equals("1"));

        world.prometheus().stop();
        world.prometheus().start();
        await().atMost(SOON)
                .until(() -> query.value("sum_over_time(up{who='self'}[1s]) > bool 1").equals("1"));
    }

    private static int readyReplicas(String name) {
        Integer ready = world.client()
                .apps()
                .deployments()
                .inNamespace("outage")
                .withName(name)
                .get()
                .getStatus()
                .getReadyReplicas();
        return ready == null ? 0 : ready;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = world.postgres().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
