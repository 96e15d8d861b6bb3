package dev.fairlead.orchestrator.loop;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.orchestrator.eventlog.EventLog;
import dev.fairlead.orchestrator.eventlog.LogJson;
import dev.fairlead.orchestrator.eventlog.StreamMark;

/** What the streams of the engine and the clusters say: where they end, and what still holds. */
final class EngineStreams {

    private static final List<String> HOLDING = List.of(
            EngineFact.TargetHalted.class.getSimpleName(),
            EngineFact.TargetReleased.class.getSimpleName());

    private final EventLog log;
    private final LogJson json;
    private final Map<String, StreamMark> marks = new HashMap<>();
    private final Set<TargetKey> halted = new HashSet<>();
    private final Set<String> lost = new HashSet<>();

    EngineStreams(EventLog log, LogJson json) {
        this.log = log;
        this.json = json;
    }

    /** Reads what still may hold; parked records are many and hold nothing. */
    void load(List<String> clusters) {
        marks.clear();
        halted.clear();
        lost.clear();
        marks.put(EngineFact.STREAM, log.mark(EngineFact.STREAM));
        log.eventsOf(EngineFact.STREAM, HOLDING).forEach(event -> apply(json.engineFact(event)));
        for (String cluster : clusters) {
            String stream = EngineFact.streamOf(cluster);
            StreamMark mark = log.mark(stream);
            marks.put(stream, mark);
            log.events(stream, Math.max(0, mark.version() - 1), 1)
                    .forEach(event -> apply(json.engineFact(event)));
        }
    }

    StreamMark mark(String stream) {
        return marks.getOrDefault(stream, StreamMark.start(stream));
    }

    Set<TargetKey> halted() {
        return Set.copyOf(halted);
    }

    Set<String> lostClusters() {
        return Set.copyOf(lost);
    }

    /** The streams were appended to. */
    void appended(List<StreamMark> ends, List<EngineFact> facts) {
        ends.forEach(mark -> marks.put(mark.stream(), mark));
        facts.forEach(this::apply);
    }

    private void apply(EngineFact fact) {
        switch (fact) {
            case EngineFact.TargetHalted it -> halted.add(it.target());
            case EngineFact.TargetReleased it -> halted.remove(it.target());
            case EngineFact.ClusterLost it -> lost.add(it.cluster());
            case EngineFact.ClusterFound it -> lost.remove(it.cluster());
            case EngineFact.EpochBegun it -> {
            }
            case EngineFact.RecordParked it -> {
            }
        }
    }
}
