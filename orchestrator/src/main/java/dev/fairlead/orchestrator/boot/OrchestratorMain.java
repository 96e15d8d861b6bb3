package dev.fairlead.orchestrator.boot;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

import dev.fairlead.topics.KafkaSettings;
import dev.fairlead.topics.boot.TopicsConfiguration;

/** The orchestrator as an application. Connections are made by its own parts, which wait for them. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class})
@EnableConfigurationProperties({MetricsSettings.class, FleetSettings.class, DatabaseSettings.class,
    OwnerSettings.class, ApiSettings.class, KafkaSettings.class, AnnounceSettings.class,
    AuditSettings.class})
@Import({TopicsConfiguration.class, OrchestratorBeans.class, ApiBeans.class, ConsoleBeans.class,
    LoopBeans.class, NotaryBeans.class})
public class OrchestratorMain {

    /** Not yet run; its settings stand in {@code orchestrator.properties}, so that services may share a class path. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(OrchestratorMain.class)
                .properties("spring.config.name=orchestrator");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
