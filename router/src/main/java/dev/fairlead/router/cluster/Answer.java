package dev.fairlead.router.cluster;

import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;

/**
 * What an API server says to a call.
 *
 * @param code
 *            the HTTP status
 * @param body
 *            the object, or the API server's {@code Status}; empty when it was no JSON
 */
public record Answer(int code, Fields body) {

    private static final int MAX_MESSAGE = 512;

    /** The cause that an API server names when it takes no new object into a namespace that goes. */
    private static final String NAMESPACE_GOES = "NamespaceTerminating";

    public boolean isDone() {
        return code >= 200 && code < 300;
    }

    public boolean isMissing() {
        return code == 404;
    }

    /**
     * Whether the object is another version than the one the call was made for. A failed test of a
     * JSON patch is a 422 without causes; a 422 with causes is about the content.
     */
    public boolean isOtherVersion() {
        return code == 409 || code == 422 && body.list("details", "causes").isEmpty();
    }

    /** The answer as what ends the attempt. */
    public Obstacle obstacle(ObjectRef object) {
        Reason reason = reason();
        String cause = reason == Reason.NAMESPACE_TERMINATING ? NAMESPACE_GOES + ": " : "";
        return new Obstacle(reason, object.toString(),
                "HTTP " + code + ": " + cause + message(object.kind()));
    }

    private Reason reason() {
        return switch (code) {
            case 401 -> Reason.FORBIDDEN;
            case 403 -> namespaceGoes() ? Reason.NAMESPACE_TERMINATING : Reason.FORBIDDEN;
            case 404 -> Reason.MISSING;
            case 409 -> Reason.CONFLICT;
            case 429 -> Reason.THROTTLED;
            default -> code >= 400 && code < 500 ? Reason.INVALID : Reason.UNREACHABLE;
        };
    }

    private boolean namespaceGoes() {
        return body.list("details", "causes")
                .stream()
                .anyMatch(cause -> cause.text("reason").equals(NAMESPACE_GOES));
    }

    /** A refused Secret is not described, for the description may quote it. */
    private String message(Kind kind) {
        String said = kind == Kind.SECRET ? body.text("reason") : body.text("message");
        return said.length() > MAX_MESSAGE ? said.substring(0, MAX_MESSAGE) : said;
    }
}
