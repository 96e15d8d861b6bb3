package dev.fairlead.orchestrator.rollout;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.proof.Hash;
import dev.fairlead.events.proof.HashedEvent.Ids;
import dev.fairlead.events.wire.Word;
import dev.fairlead.orchestrator.eventlog.Definitions;
import dev.fairlead.orchestrator.eventlog.HeadCodec;
import dev.fairlead.orchestrator.eventlog.HeadRow;
import dev.fairlead.orchestrator.eventlog.LogJson;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.NewEvent;
import dev.fairlead.orchestrator.eventlog.StoredDefinition;
import dev.fairlead.orchestrator.eventlog.StreamMark;
import dev.fairlead.orchestrator.eventlog.TargetHead;
import dev.fairlead.orchestrator.rollout.Decision.Accepted;
import dev.fairlead.orchestrator.rollout.state.TargetState;

import static org.assertj.core.api.Assertions.assertThat;

/** Decides, and proves by the way that the log could decide it again. */
final class LogProof {

    private final Map<String, String> stored = new HashMap<>();
    private final Definitions definitions = new Definitions(
            hash -> Optional.ofNullable(stored.get(hash)));
    private final LogJson json = new LogJson(definitions);

    /** The facts of a command; the same twice, and the same from what the log keeps. */
    List<RolloutFact> decide(TargetState state, Command command) {
        List<RolloutFact> facts = facts(state, command);
        assertThat(facts(state, command)).as("decided twice").isEqualTo(facts);
        if (facts.isEmpty()) {
            return facts;
        }
        TargetState kept = kept(state);
        assertThat(kept).as("state in the log").isEqualTo(state);
        Command again = command(command, facts.getFirst());
        assertThat(again).as("command in the log").isEqualTo(command);
        assertThat(facts(kept, again)).as("decided again from the log").isEqualTo(facts);
        facts.forEach(fact -> assertThat(fact(fact)).as("fact in the log").isEqualTo(fact));
        assertThat(kept(Phrase.fold(state, facts))).as("folded, through the log")
                .isEqualTo(Phrase.fold(kept, facts));
        return facts;
    }

    private static List<RolloutFact> facts(TargetState state, Command command) {
        return switch (RolloutDecider.decide(state, command)) {
            case Accepted accepted -> accepted.facts();
            case Decision.Rejected rejected -> rejected.facts();
        };
    }

    private TargetState kept(TargetState state) {
        var codec = new HeadCodec(json);
        var head = new TargetHead(new StreamMark(state.target().stream(), state.version(),
                Hash.ZERO, Instant.EPOCH), state);
        HeadRow row = codec.encode(head);
        keepDefinitions();
        return codec.decode(row, (stream, after, limit) -> {
            throw new AssertionError("Expected a state that is read, not folded again");
        }).state();
    }

    private RolloutFact fact(RolloutFact fact) {
        return json.fact(event(json.body(fact)));
    }

    private Command command(Command command, RolloutFact first) {
        return json.command(event(json.body(first, command))).orElseThrow();
    }

    private LoggedEvent event(Word body) {
        keepDefinitions();
        var event = new NewEvent(body.type(), body.schema(), Ids.NONE, Instant.EPOCH, body.body());
        return StreamMark.start(Canaries.PODINFO.stream()).seal(1, 1, event);
    }

    private void keepDefinitions() {
        List<StoredDefinition> unsaved = definitions.unsaved();
        unsaved.forEach(it -> stored.put(it.hash(), it.body()));
        definitions.saved(unsaved);
    }
}
