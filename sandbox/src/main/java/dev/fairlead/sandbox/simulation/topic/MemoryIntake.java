package dev.fairlead.sandbox.simulation.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import dev.fairlead.orchestrator.eventlog.ReadOffset;
import dev.fairlead.orchestrator.loop.Fleet;
import dev.fairlead.orchestrator.loop.Heard;
import dev.fairlead.orchestrator.loop.Intake;
import dev.fairlead.topics.Topics;

/** The topics as an orchestrator reads them. It never waits; it notes how long it would. */
public final class MemoryIntake implements Intake {

    /** Records of one poll. */
    private static final int AT_MOST = 500;

    private final Broker broker;
    private final Fleet fleet;
    private final BooleanSupplier cut;
    private final Map<Topic<Said>, Position> positions = new LinkedHashMap<>();
    private final Set<String> gaps = new LinkedHashSet<>();
    private Duration wouldWait = Duration.ZERO;

    /**
     * @param cut
     *            whether no broker can be reached
     */
    public MemoryIntake(Broker broker, Fleet fleet, BooleanSupplier cut) {
        this.broker = broker;
        this.fleet = fleet;
        this.cut = cut;
    }

    /** What an orchestrator of a fleet reads. */
    public static List<Topic<Said>> topics(Broker broker, Fleet fleet) {
        List<Topic<Said>> topics = new ArrayList<>();
        fleet.clusters().forEach(cluster -> {
            topics.add(broker.heard(Topics.observation(cluster)));
            topics.add(broker.heard(Topics.report(cluster)));
        });
        fleet.distinctPools().forEach(pool -> topics.add(broker.heard(Topics.report(pool))));
        return topics;
    }

    /** How long the last poll would have waited for more. */
    public Duration wouldWait() {
        return wouldWait;
    }

    @Override
    public String prepare() {
        return cut.getAsBoolean() ? "kafka: no broker" : "";
    }

    @Override
    public void open(List<ReadOffset> stored) {
        positions.clear();
        gaps.clear();
        for (Topic<Said> topic : topics(broker, fleet)) {
            Position position = new Position(topic.id(), topic.first());
            for (ReadOffset offset : stored) {
                if (offset.topic().equals(topic.name())) {
                    position = resumed(topic, offset);
                }
            }
            positions.put(topic, position);
        }
    }

    @Override
    public List<Heard> poll(Duration atMost) {
        List<Heard> heard = new ArrayList<>();
        if (!cut.getAsBoolean()) {
            positions.replaceAll((topic, position) -> read(topic, position, heard));
        }
        wouldWait = heard.isEmpty() ? atMost : Duration.ZERO;
        return heard;
    }

    @Override
    public List<ReadOffset> positions() {
        List<ReadOffset> read = new ArrayList<>(positions.size());
        positions.forEach((topic, position) -> read.add(
                new ReadOffset(topic.name(), position.topicId(), 0, position.next())));
        return read;
    }

    @Override
    public void stored(List<ReadOffset> stored) {
        // Nobody watches lag here.
    }

    @Override
    public Set<String> gaps() {
        Set<String> found = new LinkedHashSet<>(gaps);
        gaps.clear();
        return found;
    }

    @Override
    public CompletableFuture<List<End>> ends(String cluster) {
        if (cut.getAsBoolean()) {
            return CompletableFuture.failedFuture(new IllegalStateException("no broker"));
        }
        Topic<Said> observations = broker.heard(Topics.observation(cluster));
        Topic<Said> reports = broker.heard(Topics.report(cluster));
        Topic<Said> pool = broker.heard(Topics.report(fleet.poolOf(cluster).orElseThrow()));
        return CompletableFuture.completedFuture(List.of(
                new End(observations.name(), 0, true, observations.end()),
                new End(reports.name(), 0, false, reports.end()),
                new End(pool.name(), 0, false, pool.end())));
    }

    @Override
    public void wake() {
        // Nothing waits here.
    }

    @Override
    public void close() {
        positions.clear();
    }

    private Position read(Topic<Said> topic, Position position, List<Heard> heard) {
        Position from = position;
        if (!from.topicId().equals(topic.id()) || from.next() < topic.first()
                || from.next() > topic.end()) {
            tellGap(topic.name());
            from = new Position(topic.id(), topic.first());
        }
        long next = from.next();
        for (; next < topic.end() && heard.size() < AT_MOST; next++) {
            heard.add(topic.at(next).at(topic, next));
        }
        return next == position.next() && from == position ? position
                : new Position(topic.id(), next);
    }

    private Position resumed(Topic<Said> topic, ReadOffset stored) {
        if (stored.topicId().equals(topic.id())) {
            return new Position(topic.id(), stored.next());
        }
        tellGap(topic.name());
        return new Position(topic.id(), topic.first());
    }

    private void tellGap(String topic) {
        fleet.pools().forEach((cluster, pool) -> {
            if (topic.equals(Topics.observation(cluster)) || topic.equals(Topics.report(cluster))
                    || topic.equals(Topics.report(pool))) {
                gaps.add(cluster);
            }
        });
    }

    private record Position(String topicId, long next) {}
}
