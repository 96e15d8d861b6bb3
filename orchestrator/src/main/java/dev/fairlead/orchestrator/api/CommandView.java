package dev.fairlead.orchestrator.api;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.orchestrator.inbox.CommandName;
import dev.fairlead.orchestrator.inbox.HandedIn;

/** What became of a command, as it is shown. */
public final class CommandView {

    static final String PATH = "/api/v1/commands/";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HandedIn command;
    private final JsonNode answer;

    CommandView(HandedIn command) {
        this.command = command;
        this.answer = command.answer().isEmpty()
                ? JSON.createObjectNode()
                : JSON.readTree(command.answer());
    }

    /** Whether it was accepted or refused. */
    public boolean isDecided() {
        return !answer.isEmpty();
    }

    /** Whether it was done. */
    public boolean isAccepted() {
        return answer.path("accepted").asBoolean(false);
    }

    boolean isUnknownTarget() {
        return code().equals("TargetUnknown");
    }

    /** The name of the reason of a refusal; empty for none. */
    public String code() {
        return answer.path("code").asString("");
    }

    /** A refusal in one sentence; empty for none. */
    public String detail() {
        return answer.path("detail").asString("");
    }

    JsonNode event() {
        return answer.path("event");
    }

    String id() {
        return command.id();
    }

    /** With {@code accepted} being true, false or null. */
    public Map<String, Object> fields() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("command", command.id());
        shown.put("target", command.target());
        shown.put("type", CommandName.ofType(command.type())
                .map(CommandName::wireName)
                .orElse(command.type()));
        shown.put("accepted", isDecided() ? isAccepted() : JSON.nullNode());
        answer.properties().forEach(it -> shown.putIfAbsent(it.getKey(), it.getValue()));
        if (!isDecided()) {
            shown.put("look", PATH + command.id());
        }
        return shown;
    }
}
