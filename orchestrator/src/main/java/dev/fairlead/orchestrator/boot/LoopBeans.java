package dev.fairlead.orchestrator.boot;

import java.util.UUID;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.fairlead.orchestrator.eventlog.DatabaseAddress;
import dev.fairlead.orchestrator.eventlog.JdbcEventLog;
import dev.fairlead.orchestrator.inbox.PersonRequests;
import dev.fairlead.orchestrator.intake.KafkaIntake;
import dev.fairlead.orchestrator.intake.KafkaRestateLine;
import dev.fairlead.orchestrator.loop.DecisionLoop;
import dev.fairlead.orchestrator.loop.Fleet;
import dev.fairlead.orchestrator.loop.Outside;
import dev.fairlead.orchestrator.relay.JdbcOutbox;
import dev.fairlead.orchestrator.relay.Relay;
import dev.fairlead.orchestrator.timer.Eyes;
import dev.fairlead.orchestrator.timer.TimerHeap;
import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.publish.ProducerLine;

/** The loop and what it touches. */
@Configuration(proxyBeanMethods = false)
class LoopBeans {

    @Bean
    SystemClock systemClock() {
        return new SystemClock();
    }

    @Bean(destroyMethod = "")
    KafkaIntake kafkaIntake(KafkaClients clients, Fleet fleet) {
        return new KafkaIntake(clients, fleet);
    }

    @Bean
    Eyes eyes(KafkaIntake intake, SystemClock clock, Fleet fleet) {
        return new Eyes(intake, clock, fleet.clusters());
    }

    @Bean
    TimerHeap timers(Eyes eyes) {
        return new TimerHeap(eyes);
    }

    @Bean
    PersonRequests personRequests() {
        return new PersonRequests();
    }

    @Bean
    Relay relay(Pools pools, ProducerLine line) {
        return new Relay(new JdbcOutbox(pools.writers()),
                record -> line.send(record.topic(), record.key(), record.headers(),
                        record.body()),
                System::nanoTime);
    }

    @Bean
    Outside outside(SystemClock clock, DatabaseAddress address, LoopParts parts, Relay relay,
            ProducerLine line) {
        var log = new JdbcEventLog(address,
                "orchestrator/" + ProcessHandle.current().pid() + "/" + UUID.randomUUID());
        return new Outside(clock, log, parts.intake(), parts.timers(), parts.eyes(),
                parts.requests(), new KafkaRestateLine(line), relay);
    }

    @Bean
    LoopParts loopParts(KafkaIntake intake, TimerHeap timers, Eyes eyes,
            PersonRequests requests) {
        return new LoopParts(intake, timers, eyes, requests);
    }

    @Bean
    DecisionLoop decisionLoop(Outside outside, Fleet fleet) {
        return new DecisionLoop(outside, fleet);
    }

    /** What brings words and deadlines to the loop. */
    record LoopParts(KafkaIntake intake, TimerHeap timers, Eyes eyes, PersonRequests requests) {}
}
