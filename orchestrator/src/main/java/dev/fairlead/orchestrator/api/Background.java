package dev.fairlead.orchestrator.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.engine.EngineFact.ClusterLost;
import dev.fairlead.events.engine.EngineFact.TargetHalted;
import dev.fairlead.orchestrator.api.TargetView.Ending;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.TargetHead;

/**
 * What is to be said of a target besides its state.
 *
 * @param trouble
 *            of the engine or the cluster; empty for none
 * @param verdict
 *            of the newest analysis
 * @param ending
 *            of the last rollout
 */
record Background(String trouble, VerdictView verdict, Ending ending) {

    private static final List<String> ENDINGS = List.of("RolloutSucceeded", "RolloutFailed",
            "RolloutWithdrawn", "RolloutSuperseded");

    /** Of several targets, in as many queries as of one. */
    static Map<TargetHead, Background> of(LogReader log, List<TargetHead> heads) {
        List<TargetKey> targets = heads.stream().map(it -> it.state().target()).toList();
        Map<String, ClusterLost> lost = log
                .lost(targets.stream().map(TargetKey::cluster).distinct().toList())
                .stream()
                .collect(Collectors.toMap(ClusterLost::cluster, it -> it));
        Map<TargetKey, TargetHalted> halted = log.halted(targets)
                .stream()
                .collect(Collectors.toMap(TargetHalted::target, it -> it));
        Map<TargetKey, LoggedEvent> verdicts = log.newest(targets, VerdictView.TYPES);
        Map<TargetKey, LoggedEvent> endings = log.newest(targets, ENDINGS);
        Map<TargetHead, Background> backgrounds = new LinkedHashMap<>();
        heads.forEach(head -> {
            TargetKey target = head.state().target();
            LoggedEvent verdict = verdicts.get(target);
            LoggedEvent ending = endings.get(target);
            TargetHalted halt = halted.get(target);
            ClusterLost blind = lost.get(target.cluster());
            backgrounds.put(head,
                    new Background(halt != null ? said(halt) : blind != null ? said(blind) : "",
                            verdict == null ? VerdictView.NONE : VerdictView.of(verdict),
                            ending == null ? Ending.NONE : ending(ending)));
        });
        return backgrounds;
    }

    /** As it was at the end of some events. */
    static Background then(List<LoggedEvent> until) {
        return new Background("",
                last(until, VerdictView.TYPES).map(VerdictView::of).orElse(VerdictView.NONE),
                last(until, ENDINGS).map(Background::ending).orElse(Ending.NONE));
    }

    private static Optional<LoggedEvent> last(List<LoggedEvent> events, List<String> types) {
        return events.reversed()
                .stream()
                .filter(it -> types.contains(it.event().type()))
                .findFirst();
    }

    private static String said(TargetHalted halted) {
        return "Stopped by an error of the engine at " + halted.at() + ": " + halted.reason()
                + "; retry takes it up.";
    }

    private static String said(ClusterLost lost) {
        return "Cluster " + lost.cluster() + " is not seen since " + lost.at() + " ("
                + lost.reason() + "): deadlines that end a rollout wait until it is.";
    }

    private static Ending ending(LoggedEvent event) {
        String type = event.event().type();
        return new Ending(event.event().ids().rollout(),
                type.substring("Rollout".length()).toLowerCase(java.util.Locale.ROOT),
                EventView.body(event).path("fact").path("reason").asString(""),
                event.event().time());
    }
}
