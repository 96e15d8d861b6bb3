package dev.fairlead.notifier.boot;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

import dev.fairlead.clusters.ClustersSettings;
import dev.fairlead.topics.KafkaSettings;
import dev.fairlead.topics.boot.TopicsConfiguration;

/** The notifier as an application. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties({NotifierSettings.class, KafkaSettings.class,
    ClustersSettings.class})
@Import({TopicsConfiguration.class, NotifierBeans.class})
public class NotifierMain {

    /** Not yet run; its settings stand in {@code notifier.properties}, so that services may share a class path. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(NotifierMain.class)
                .properties("spring.config.name=notifier");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
