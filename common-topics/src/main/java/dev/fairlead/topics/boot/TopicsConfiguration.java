package dev.fairlead.topics.boot;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.KafkaContact;
import dev.fairlead.topics.KafkaSettings;
import dev.fairlead.topics.listen.DeadLetters;
import dev.fairlead.topics.publish.ProducerLine;

/**
 * The parts that every service has one of. Services import it in their room {@code boot} and give
 * {@link KafkaSettings} and {@link ServiceName}.
 */
@Configuration(proxyBeanMethods = false)
public class TopicsConfiguration {

    /** The name of the service, such as {@code router}. */
    public record ServiceName(String text) {}

    @Bean
    KafkaClients kafkaClients(KafkaSettings settings, ServiceName service) {
        return new KafkaClients(settings, service.text());
    }

    @Bean(destroyMethod = "close")
    ProducerLine producerLine(KafkaClients clients) {
        return new ProducerLine(clients);
    }

    @Bean
    DeadLetters deadLetters(ProducerLine line, ServiceName service,
            ObjectProvider<MeterRegistry> meters) {
        var deadLetters = new DeadLetters(line, service.text());
        meters.ifAvailable(registry -> FunctionCounter
                .builder("fairlead.topics.parked", deadLetters, DeadLetters::parked)
                .tag("service", service.text())
                .description("records left on dead-letter topics")
                .register(registry));
        return deadLetters;
    }

    @Bean(destroyMethod = "close")
    KafkaContact kafkaContact(KafkaClients clients) {
        return new KafkaContact(clients);
    }
}
