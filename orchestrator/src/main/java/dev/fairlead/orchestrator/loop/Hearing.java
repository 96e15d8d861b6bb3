package dev.fairlead.orchestrator.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.TargetGone;
import dev.fairlead.events.observation.TargetRestated;
import dev.fairlead.orchestrator.eventlog.AskedCommand;
import dev.fairlead.orchestrator.loop.Requests.Request;

/** Makes inputs of what was heard and asked for, and asks watchers for what is missing. */
final class Hearing {

    /** Time between two looks for what people have asked. */
    static final Duration LOOK_FOR_PEOPLE = Duration.ofSeconds(1);
    /** People's commands of one batch. */
    static final int PEOPLE_AT_MOST = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    private final Outside outside;
    private final Fleet fleet;
    private final Freshness freshness = new Freshness();
    private final Restatements restatements;
    private final List<TargetKey> released = new ArrayList<>();
    private long lookedAt;

    Hearing(Outside outside, Fleet fleet) {
        this.outside = outside;
        this.fleet = fleet;
        this.restatements = new Restatements(outside.restateLine(), outside.clock());
        this.lookedAt = outside.clock().nanos() - LOOK_FOR_PEOPLE.toNanos();
    }

    void begin(List<String> streams) {
        restatements.reset(Term.targets(streams)
                .stream()
                .filter(target -> fleet.poolOf(target.cluster()).isPresent())
                .toList());
    }

    void restateAll(String why) {
        fleet.clusters().forEach(cluster -> restatements.askAll(cluster, why));
    }

    /** Targets taken up again in this cycle; what they wait for must be looked up. */
    List<TargetKey> released() {
        return released;
    }

    void restate(TargetKey target) {
        restatements.ask(target);
    }

    void take(List<Heard> heard, Round round, List<Input> inputs) {
        released.clear();
        for (Heard record : heard) {
            switch (record) {
                case Heard.Observed it -> observed(it).ifPresent(inputs::add);
                case Heard.Reported it -> inputs.add(Input.of(it));
                case Heard.Beat it -> outside.sight().heard(it.letter(), it.heartbeat());
                case Heard.Strange it -> round.park(it);
            }
        }
        outside.sight().read(outside.intake().positions());
        outside.intake()
                .gaps()
                .forEach(
                        cluster -> restatements.askAll(cluster,
                                "records of its topics may be lost"));
    }

    void people(Instant now, Round round, List<Input> inputs) {
        if (outside.clock().nanos() - lookedAt < LOOK_FOR_PEOPLE.toNanos()
                && !outside.requests().rang()) {
            return;
        }
        lookedAt = outside.clock().nanos();
        List<AskedCommand> waiting = outside.log().unanswered(PEOPLE_AT_MOST);
        if (waiting.size() == PEOPLE_AT_MOST) {
            lookedAt -= LOOK_FOR_PEOPLE.toNanos();
        }
        for (AskedCommand asked : waiting) {
            if (asked.expires().isBefore(now)) {
                round.batch()
                        .answer(Answers.refused(asked, "Expired",
                                "Expired at " + asked.expires() + " before it could be decided"));
            } else {
                read(asked, round, inputs);
            }
        }
    }

    void send() {
        restatements.send();
    }

    private void read(AskedCommand asked, Round round, List<Input> inputs) {
        switch (outside.requests().read(asked)) {
            case Request.Decide it ->
                    inputs.add(new Input.FromPerson(it.target(), it.command(), asked));
            case Request.Release it -> release(asked, it, round, inputs);
            case Request.Unreadable it ->
                    round.batch().answer(Answers.refused(asked, "Unreadable", it.reason()));
        }
    }

    private void release(AskedCommand asked, Request.Release it, Round round,
            List<Input> inputs) {
        TargetKey target = it.target();
        if (!round.isStopped(target)) {
            inputs.add(new Input.FromPerson(target, it.otherwise(), asked));
            return;
        }
        round.release(target, asked);
        restatements.ask(target);
        released.add(target);
    }

    private Optional<Input> observed(Heard.Observed heard) {
        Observation observation = heard.observation();
        if (!freshness.admits(observation)) {
            LOG.info("stale observation dropped target={} type={} place={}",
                    observation.target(), observation.getClass().getSimpleName(),
                    heard.letter().place());
            return Optional.empty();
        }
        switch (observation) {
            case TargetRestated it -> restatements.said(it.target());
            case TargetGone it -> restatements.gone(it.target());
            case Observation other -> restatements.heardOf(other.target());
        }
        return Optional.of(Input.of(heard));
    }
}
