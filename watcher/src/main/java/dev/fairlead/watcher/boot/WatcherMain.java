package dev.fairlead.watcher.boot;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

import dev.fairlead.clusters.ClustersSettings;
import dev.fairlead.topics.KafkaSettings;
import dev.fairlead.topics.boot.TopicsConfiguration;

/** The watcher as an application. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties({WatcherSettings.class, KafkaSettings.class,
    ClustersSettings.class})
@Import({TopicsConfiguration.class, WatcherBeans.class})
public class WatcherMain {

    /** Not yet run; its settings stand in {@code watcher.properties}, so that services may share a class path. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(WatcherMain.class)
                .properties("spring.config.name=watcher");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
