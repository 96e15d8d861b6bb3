package dev.fairlead.orchestrator.inbox;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command says besides its name and target, as it stands in the inbox.
 *
 * @param reason
 *            the person's
 * @param gate
 *            the gate's name; empty for the one that is waited for, and for other commands
 * @param expectStep
 *            the step that the person saw; empty when it does not matter
 * @param expectRollout
 *            the rollout that the person saw; empty when it does not matter
 * @param authentication
 *            how it was proved who asks, such as {@code token}
 * @param address
 *            from where; empty when not known
 */
public record CommandBody(String reason, String gate, String expectStep, String expectRollout,
        String authentication, String address) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** As it is handed in. */
    public String json() {
        return JSON.writeValueAsString(this);
    }

    /** What is missing is empty. */
    static CommandBody of(String json) {
        JsonNode body = JSON.readTree(json);
        return new CommandBody(text(body, "reason"), text(body, "gate"), text(body, "expectStep"),
                text(body, "expectRollout"), text(body, "authentication"), text(body, "address"));
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).asString("");
    }
}
