package dev.fairlead.standalone.boot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

import dev.fairlead.clusters.ClustersSettings;
import dev.fairlead.clusters.ClustersSettings.Named;

/** What is set for the services by name: flags, then the environment, then standalone.properties. */
final class Surroundings {

    private final ConfigurableEnvironment environment = new StandardEnvironment();

    Surroundings(Map<String, String> flags) {
        Map<String, Object> first = new HashMap<>(flags);
        first.put("spring.config.name", "standalone");
        environment.getPropertySources().addFirst(new MapPropertySource("flags", first));
        ConfigDataEnvironmentPostProcessor.applyTo(environment, new DefaultResourceLoader(), null);
    }

    boolean has(String setting) {
        return !get(setting).isEmpty();
    }

    /** Empty when it is not set. */
    String get(String setting) {
        return environment.getProperty(setting, "");
    }

    /** The clusters that are named by settings. */
    List<Named> clusters() {
        return Binder.get(environment)
                .bind("fairlead", ClustersSettings.class)
                .map(ClustersSettings::clusters)
                .orElse(List.of());
    }
}
