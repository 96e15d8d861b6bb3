package dev.fairlead.router.boot;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

import dev.fairlead.clusters.ClustersSettings;
import dev.fairlead.topics.KafkaSettings;
import dev.fairlead.topics.boot.TopicsConfiguration;

/** The router as an application. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties({RouterSettings.class, KafkaSettings.class,
    ClustersSettings.class})
@Import({TopicsConfiguration.class, RouterBeans.class})
public class RouterMain {

    /** Not yet run; its settings stand in {@code router.properties}, so that services may share a class path. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(RouterMain.class)
                .properties("spring.config.name=router");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
