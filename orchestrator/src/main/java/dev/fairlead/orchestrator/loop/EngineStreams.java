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
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.StreamMark;

/** What the streams of the engine and the clusters say: where they end, and what still holds. */
final class EngineStreams {

    /** Events read at a time. */
    private static final int PAGE = 1_000;

    private final EventLog log;
    private final LogJson json;
    private final Map<String, StreamMark> marks = new HashMap<>();
    private final Set<TargetKey> halted = new HashSet<>();
    private final Set<String> lost = new HashSet<>();

    EngineStreams(EventLog log, LogJson json) {
        this.log = log;
        this.json = json;
    }

    /** Reads all of them; the engine's stream is short unless many records were parked. */
    void load(List<String> clusters) {
        marks.clear();
        halted.clear();
        lost.clear();
        load(EngineFact.STREAM, 0);
        for (String cluster : clusters) {
            String stream = EngineFact.streamOf(cluster);
            load(stream, Math.max(0, log.mark(stream).version() - 1));
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

    private void load(String stream, long after) {
        long version = after;
        List<LoggedEvent> page;
        do {
            page = log.events(stream, version, PAGE);
            for (LoggedEvent event : page) {
                apply(json.engineFact(event));
                marks.put(stream, StreamMark.start(stream).after(event));
                version = event.event().version();
            }
        } while (page.size() == PAGE);
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
