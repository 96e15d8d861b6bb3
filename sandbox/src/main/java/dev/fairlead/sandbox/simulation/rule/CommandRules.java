package dev.fairlead.sandbox.simulation.rule;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.orchestrator.eventlog.Answer;
import dev.fairlead.orchestrator.eventlog.Append;
import dev.fairlead.orchestrator.eventlog.LogJson;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.sandbox.simulation.log.Store;

/**
 * What people have asked for: each is answered once; what was accepted has led to a fact, and what
 * was not is kept with the reason that the person was shown.
 */
public final class CommandRules {

    private static final String FACT = "an accepted command led to a fact";
    private static final String KEPT = "a refusal is kept and shown";
    private static final String ONCE = "a command is answered once";
    /** Those that concern no state of a target, so that no fact can keep them. */
    private static final Set<String> NOT_OF_A_STATE = Set.of("Expired", "Unreadable",
            "TargetUnknown");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Set<String> answered = new HashSet<>();

    void appended(Append batch, LogJson json) {
        if (batch.answers().isEmpty()) {
            return;
        }
        var causes = batch.events()
                .stream()
                .collect(Collectors.toMap(LoggedEvent::id, it -> it));
        for (Answer answer : batch.answers()) {
            Violation.unless(answered.add(answer.command()), ONCE, answer::toString);
            JsonNode said = JSON.readTree(answer.text());
            LoggedEvent event = causes.get(said.path("event").path("id").asString(""));
            if (said.path("accepted").asBoolean()) {
                Violation.unless(said.path("facts").asInt() > 0 && event != null
                        && isOf(event, answer), FACT, answer::toString);
            } else {
                refused(answer, said, event, json);
            }
        }
    }

    void restored(Store store) {
        answered.clear();
        store.commands().forEach((id, asked) -> {
            if (!asked.answer().isEmpty()) {
                answered.add(id);
            }
        });
    }

    /**
     * Nobody is kept waiting for an answer for ever.
     *
     * @throws Violation
     *             when somebody is
     */
    public static void atRest(Store store) {
        store.commands()
                .values()
                .forEach(asked -> Violation.unless(!asked.answer().isEmpty(),
                        "every command is answered", () -> asked.command().toString()));
    }

    private static void refused(Answer answer, JsonNode said,
            @org.jspecify.annotations.Nullable LoggedEvent event, LogJson json) {
        String code = said.path("code").asString("");
        Violation.unless(!code.isEmpty() && !said.path("detail").asString("").isEmpty(), KEPT,
                answer::toString);
        if (NOT_OF_A_STATE.contains(code)) {
            return;
        }
        boolean kept = event != null && isOf(event, answer)
                && json.fact(event) instanceof dev.fairlead.events.fact.RequestRefused it
                && it.code().equals(code) && it.reason().equals(said.path("detail").asString(""));
        Violation.unless(kept, KEPT, answer::toString);
    }

    private static boolean isOf(LoggedEvent event, Answer answer) {
        return event.event().ids().causation().equals("command/" + answer.command());
    }
}
