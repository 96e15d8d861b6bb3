package dev.fairlead.analyzer.boot;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

import dev.fairlead.clusters.ClustersSettings;
import dev.fairlead.topics.KafkaSettings;
import dev.fairlead.topics.boot.TopicsConfiguration;

/** The analyzer as an application. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties({AnalyzerSettings.class, KafkaSettings.class,
    ClustersSettings.class})
@Import({TopicsConfiguration.class, AnalyzerBeans.class, ListeningBeans.class})
public class AnalyzerMain {

    /** Not yet run; its settings stand in {@code analyzer.properties}, so that services may share a class path. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(AnalyzerMain.class)
                .properties("spring.config.name=analyzer");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
