package dev.fairlead.orchestrator.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.orchestrator.eventlog.Append;
import dev.fairlead.orchestrator.eventlog.Definitions;
import dev.fairlead.orchestrator.eventlog.HeadCodec;
import dev.fairlead.orchestrator.eventlog.HeadRow;
import dev.fairlead.orchestrator.eventlog.LogJson;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.ReadOffset;
import dev.fairlead.orchestrator.eventlog.RefusedContent;
import dev.fairlead.orchestrator.eventlog.TargetHead;
import dev.fairlead.orchestrator.eventlog.Tenure;

/** One holding of the lease: what is known in memory, and the cycle that appends to the log. */
final class Term {

    /** An empty batch is appended after this, so that a hung loop loses its lease. */
    static final Duration RENEW_EVERY = Duration.ofSeconds(1);
    /** Deadlines that are decided in one batch. */
    static final int DUE_AT_MOST = 256;

    /** An append that is answered later than this does not tell what time it is by now. */
    static final Duration TIMELY = Duration.ofMillis(500);
    /** So often the time is asked for again at once; a log that is always slow is believed then. */
    static final int ASKED_AGAIN_AT_MOST = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Term.class);

    private final Outside outside;
    private final Tenure tenure;
    private final Fleet fleet;
    private final OutgoingWords words;
    private final Definitions definitions;
    private final LogJson json;
    private final HeadCodec codec;
    private final LogClock clock;
    private final HeadCache cache = new HeadCache();
    private final EngineStreams streams;
    private final Hearing hearing;
    private final Suspects suspects;
    private long position;
    private long epoch;
    private long renewedAt;
    private boolean late;
    private long decisions;
    private List<ReadOffset> stored = List.of();

    Term(Outside outside, Fleet fleet, Tenure tenure, Suspects suspects) {
        this.suspects = suspects;
        this.outside = outside;
        this.tenure = tenure;
        this.fleet = fleet;
        this.words = new OutgoingWords(fleet);
        this.definitions = new Definitions(outside.log());
        this.json = new LogJson(definitions);
        this.codec = new HeadCodec(json);
        this.clock = new LogClock(outside.clock());
        this.streams = new EngineStreams(outside.log(), json);
        this.hearing = new Hearing(outside, fleet);
        this.position = tenure.position();
        this.epoch = tenure.movedHome() ? tenure.epoch() + 1 : tenure.epoch();
    }

    /** Loads what the log knows, and appends what a new holder has to say. */
    void begin() {
        clock.told(tenure.now());
        renewedAt = outside.clock().nanos();
        streams.load(fleet.clusters());
        outside.sight().reset(streams.lostClusters());
        outside.timers().clear();
        hearing.begin(outside.log().targetStreams());
        outside.relay().begin(tenure.term(), position);
        outside.intake().open(outside.log().offsets());
        Round round = newRound();
        if (tenure.movedHome()) {
            String reason = tenure.epoch() == 0
                    ? "the log is new"
                    : "the database is another than " + tenure.home();
            round.add(new EngineFact.EpochBegun(epoch, tenure.found().toString(), reason,
                    clock.now()), "lease/" + tenure.term());
            hearing.restateAll(reason);
        }
        remember(outside.log().waitingHeads(), round).forEach(this::arm);
        commit(round, outside.intake().positions());
        LOG.info("term begun term={} position={} epoch={}", tenure.term(), position, epoch);
    }

    /** Waits for something to decide, decides it, and appends what follows. */
    void cycle() {
        tellTheTime();
        List<Input> inputs = new ArrayList<>();
        List<Heard> heard = outside.intake().poll(patience());
        Round round = newRound();
        hearing.take(heard, round, inputs);
        hearing.people(round.now(), round, inputs);
        outside.sight()
                .changes(clock.now())
                .forEach(fact -> round.add(fact, "sight/" + fact.stream()));
        // by the moment of the decision: a timer that is taken a little early is lost
        outside.timers()
                .due(round.now(), DUE_AT_MOST)
                .forEach(elapsed -> inputs.add(new Input.FromTimer(elapsed)));
        recall(inputs, round);
        hearing.released().forEach(target -> cache.find(target).ifPresent(this::arm));
        if (suspects.areSought()) {
            oneByOne(inputs, round);
        } else {
            inputs.forEach(round::decide);
            commitWhenDue(round);
            decisions += round.decisions();
        }
        hearing.send();
    }

    /**
     * A process that stood still before it had the answer believes that no time has passed; what it
     * gave a second, such as a drain, would end with the next answer.
     */
    private void tellTheTime() {
        for (int asked = 0; late && asked < ASKED_AGAIN_AT_MOST; asked++) {
            commit(newRound(), stored);
        }
    }

    private void commitWhenDue(Round round) {
        if (!round.batch().isEmpty() || sinceRenewal().compareTo(RENEW_EVERY) >= 0) {
            commit(round, outside.intake().positions());
        }
    }

    /** The offsets come last: what was appended before a failure is heard again and changes nothing. */
    private void oneByOne(List<Input> inputs, Round rest) {
        commit(rest, stored);
        for (Input input : inputs) {
            tellTheTime();
            Round round = newRound();
            cache.find(input.target()).ifPresent(round::know);
            if (suspects.isGuilty(input) && !round.isStopped(input.target())) {
                round.stop(input, "the database refuses its facts");
            } else {
                round.decide(input);
            }
            commitAlone(input, round);
            decisions += round.decisions();
        }
        commit(newRound(), outside.intake().positions());
        suspects.passed();
    }

    private void commitAlone(Input input, Round round) {
        try {
            commit(round, stored);
        } catch (RefusedContent e) {
            LOG.error("facts refused by the database target={} cause={}", input.target(),
                    input.cause(), e);
            suspects.refused(input);
            throw e;
        }
    }

    /** @param before decisions of earlier terms */
    LoopReport report(LoopReport.Stage stage, long before) {
        return new LoopReport(stage, "", tenure.term(), position, clock.now(),
                streams.halted().size(), cache.size(), before + decisions);
    }

    /** Decided in this term. */
    long decisions() {
        return decisions;
    }

    Tenure tenure() {
        return tenure;
    }

    private Round newRound() {
        return new Round(new Batch(position + 1, epoch, json, words), streams, clock.now());
    }

    private Duration patience() {
        Duration untilRenewal = RENEW_EVERY.minus(sinceRenewal());
        Instant due = outside.timers().next();
        Duration untilDue = due.equals(Instant.MAX)
                ? untilRenewal
                : Duration.between(clock.now(), due);
        Duration shorter = untilDue.compareTo(untilRenewal) < 0 ? untilDue : untilRenewal;
        return shorter.isNegative() ? Duration.ZERO : shorter;
    }

    private Duration sinceRenewal() {
        return Duration.ofNanos(outside.clock().nanos() - renewedAt);
    }

    private void recall(List<Input> inputs, Round round) {
        Set<TargetKey> wanted = new TreeSet<>(hearing.released());
        inputs.forEach(input -> wanted.add(input.target()));
        Set<TargetKey> missing = new TreeSet<>();
        wanted.forEach(target -> cache.find(target)
                .ifPresentOrElse(round::know,
                        () -> missing.add(target)));
        if (!missing.isEmpty()) {
            remember(outside.log().heads(missing.stream().map(TargetKey::stream).toList()),
                    round);
        }
    }

    /** Reads stored heads; a target whose head cannot be read is stopped, the others go on. */
    private List<TargetHead> remember(Collection<HeadRow> rows, Round round) {
        List<TargetHead> heads = new ArrayList<>();
        for (HeadRow row : rows) {
            if (round.isStopped(row.target()) || fleet.poolOf(row.target().cluster()).isEmpty()) {
                continue;
            }
            try {
                TargetHead head = codec.decode(row, outside.log()::events);
                cache.put(head);
                round.know(head);
                heads.add(head);
            } catch (RuntimeException e) {
                LOG.error("state cannot be read, target halted target={}", row.target(), e);
                round.halt(row.target(), e.toString(), "state@" + row.mark().version());
            }
        }
        return heads;
    }

    private void commit(Round round, List<ReadOffset> positions) {
        List<ReadOffset> moved = positions.stream()
                .filter(next -> !stored.contains(next))
                .toList();
        Append append = round.batch().append(tenure, codec, definitions, moved);
        long asked = outside.clock().nanos();
        Instant now = outside.log().append(append);
        clock.told(now);
        renewedAt = outside.clock().nanos();
        late = renewedAt - asked > TIMELY.toNanos();
        position = append.last();
        epoch = append.epoch();
        stored = positions;
        definitions.saved(append.definitions());
        outside.relay().take(append.outgoing());
        outside.intake().stored(moved);
        round.unknownFences().forEach(hearing::restate);
        streams.appended(round.batch().marks(), round.engineFacts());
        for (TargetHead head : round.batch().heads()) {
            cache.put(head);
            arm(head);
        }
        append.events().forEach(Term::tell);
    }

    private void arm(TargetHead head) {
        outside.timers().set(head.state().target(), head.state().deadlines());
    }

    private static void tell(LoggedEvent event) {
        LOG.info("fact type={} stream={} version={} position={} rollout={} cause={}",
                event.event().type(), event.event().stream(), event.event().version(),
                event.position(), event.event().ids().rollout(), event.event().ids().causation());
    }

    /** The targets of streams, by name. */
    static List<TargetKey> targets(Collection<String> streams) {
        return streams.stream()
                .map(stream -> TargetKey.parse(stream.substring("target/".length())))
                .collect(Collectors.toList());
    }
}
