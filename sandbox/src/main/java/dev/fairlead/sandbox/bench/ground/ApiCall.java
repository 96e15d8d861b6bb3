package dev.fairlead.sandbox.bench.ground;

import java.time.Instant;

import tools.jackson.databind.JsonNode;

/**
 * One request as the API server has logged it.
 *
 * @param received when the API server had it
 * @param done     when it had answered
 * @param agent    the user agent, such as {@code fairlead-router}
 * @param verb     such as {@code patch}
 * @param resource plural, with {@code /status} for a status
 * @param name     empty for lists
 * @param body     the object as it was answered, for routes and readiness; else missing
 */
public record ApiCall(Instant received, Instant done, String agent, String verb, String resource,
        String namespace, String name, int code, JsonNode body) {

    private static final int FIRST_REFUSAL = 300;

    static ApiCall of(JsonNode event) {
        JsonNode object = event.path("objectRef");
        String sub = object.path("subresource").asString("");
        return new ApiCall(Instant.parse(event.path("requestReceivedTimestamp").asString()),
                Instant.parse(event.path("stageTimestamp").asString()),
                event.path("userAgent").asString(""), event.path("verb").asString(""),
                object.path("resource").asString("") + (sub.isEmpty() ? "" : "/" + sub),
                object.path("namespace").asString(""), object.path("name").asString(""),
                event.path("responseStatus").path("code").asInt(0), event.path("responseObject"));
    }

    /** Whether something was to be changed, also where that was refused. */
    public boolean isWrite() {
        return switch (verb) {
            case "create", "update", "patch", "delete", "deletecollection" -> true;
            default -> false;
        };
    }

    /** Whether it went through. */
    public boolean isDone() {
        return code < FIRST_REFUSAL;
    }

    /** Whether it came from one of the services. */
    public boolean isOurs() {
        return agent.startsWith("fairlead-");
    }

    /** Whether it is a write of this object that went through. */
    boolean wrote(String kind, String object, String by) {
        return isDone() && isWrite() && resource.equals(kind) && name.equals(object)
                && agent.startsWith(by);
    }
}
