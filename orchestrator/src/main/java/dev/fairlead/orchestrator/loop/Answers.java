package dev.fairlead.orchestrator.loop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.orchestrator.eventlog.Answer;
import dev.fairlead.orchestrator.eventlog.AskedCommand;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.rollout.Rejection;

/**
 * What people are told: {@code {"accepted":true,"facts":1,"event":…}} or
 * {@code {"accepted":false,"code":…,"detail":…,"event":…}}, the event being the first one or the one
 * that keeps the refusal; left out when there is none.
 */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Answers() {}

    static Answer accepted(AskedCommand asked, List<LoggedEvent> first, int facts) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("accepted", true);
        said.put("facts", facts);
        return answer(asked, said, first);
    }

    static Answer refused(AskedCommand asked, Rejection reason, List<LoggedEvent> kept) {
        return answer(asked, refusal(reason.code(), reason.message()), kept);
    }

    static Answer refused(AskedCommand asked, String code, String reason) {
        return answer(asked, refusal(code, reason), List.of());
    }

    private static Map<String, Object> refusal(String code, String reason) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("accepted", false);
        said.put("code", code);
        said.put("detail", reason);
        return said;
    }

    private static Answer answer(AskedCommand asked, Map<String, Object> said,
            List<LoggedEvent> event) {
        event.forEach(it -> {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("id", it.id());
            shown.put("position", it.position());
            shown.put("type", it.event().type());
            said.put("event", shown);
        });
        return new Answer(asked.id(), JSON.writeValueAsString(said));
    }
}
