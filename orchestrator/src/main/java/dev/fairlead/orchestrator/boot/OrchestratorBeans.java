package dev.fairlead.orchestrator.boot;

import java.util.List;
import java.util.Objects;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import dev.fairlead.orchestrator.eventlog.DatabaseAddress;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.inbox.CommandBell;
import dev.fairlead.orchestrator.inbox.Inbox;
import dev.fairlead.orchestrator.inbox.PersonRequests;
import dev.fairlead.orchestrator.intake.KafkaIntake;
import dev.fairlead.orchestrator.loop.DecisionLoop;
import dev.fairlead.orchestrator.loop.Fleet;
import dev.fairlead.orchestrator.metrics.Exposition;
import dev.fairlead.orchestrator.metrics.FlaggerMetrics;
import dev.fairlead.orchestrator.relay.Relay;
import dev.fairlead.topics.KafkaContact;
import dev.fairlead.topics.WaitingHealth;
import dev.fairlead.topics.boot.TopicsConfiguration.ServiceName;

/** Everything around the loop. */
@Configuration(proxyBeanMethods = false)
class OrchestratorBeans {

    @Bean
    ServiceName serviceName() {
        return new ServiceName("orchestrator");
    }

    @Bean
    Fleet fleet(FleetSettings settings) {
        return settings.fleet();
    }

    @Bean
    DatabaseAddress databaseAddress(DatabaseSettings settings, OwnerSettings owner) {
        return settings.address(owner);
    }

    @Bean(destroyMethod = "close")
    Pools pools(DatabaseAddress address) {
        return new Pools(address);
    }

    @Bean
    LogReader logReader(Pools pools) {
        return new LogReader(pools.readers());
    }

    @Bean
    Inbox inbox(Pools pools) {
        return new Inbox(pools.readers());
    }

    @Bean
    CommandBell commandBell(DatabaseAddress address, PersonRequests requests,
            KafkaIntake intake) {
        return new CommandBell(address, () -> {
            requests.ring();
            intake.wake();
        });
    }

    @Bean
    Announcement announcement(AnnounceSettings settings, Environment environment) {
        return new Announcement(settings, environment.getProperty("server.address", ""),
                environment.getProperty("fairlead.api.token-file", ""));
    }

    @Bean
    Bells bells(CommandBell bell, SystemClock clock) {
        return new Bells(bell, clock);
    }

    @Bean
    Running running(OwnerSettings owner, DatabaseAddress address, DecisionLoop loop, Relay relay,
            LoopBeans.LoopParts parts, Bells bells) {
        return new Running(owner.address(address), loop, relay, parts.intake(), bells);
    }

    @Bean
    WaitingHealth waiting(KafkaContact kafka, Running running) {
        return new WaitingHealth(List.of(kafka, running));
    }

    @Bean
    MeterBinder meters(DecisionLoop loop, Relay relay, LoopBeans.LoopParts parts, Fleet fleet) {
        return new LoopMeters(loop, relay, parts, fleet);
    }

    @Bean
    FlaggerMetrics flaggerMetrics(LogReader log, Fleet fleet, MetricsSettings settings,
            PrometheusRegistry registry) {
        var metrics = new FlaggerMetrics(log, new Exposition(version(), settings.meshProvider(),
                fleet.clusters().size() > 1));
        registry.register(metrics);
        return metrics;
    }

    private static String version() {
        return Objects.requireNonNullElse(
                OrchestratorBeans.class.getPackage().getImplementationVersion(), "unpackaged");
    }

    /** What wakes the loop, and the clock that it wakes by. */
    record Bells(CommandBell commands, SystemClock clock) {}
}
