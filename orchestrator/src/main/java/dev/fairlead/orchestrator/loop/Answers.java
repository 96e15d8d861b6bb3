package dev.fairlead.orchestrator.loop;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.orchestrator.eventlog.Answer;
import dev.fairlead.orchestrator.eventlog.AskedCommand;

/** What people are told: {@code {"accepted":true,"facts":1}} or {@code {"accepted":false,"reason":…}}. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Answers() {}

    static Answer accepted(AskedCommand asked, int facts) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("accepted", true);
        said.put("facts", facts);
        return new Answer(asked.id(), JSON.writeValueAsString(said));
    }

    static Answer refused(AskedCommand asked, String reason) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("accepted", false);
        said.put("reason", reason);
        return new Answer(asked.id(), JSON.writeValueAsString(said));
    }
}
