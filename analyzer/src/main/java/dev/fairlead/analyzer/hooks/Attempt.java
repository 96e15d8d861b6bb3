package dev.fairlead.analyzer.hooks;

import java.time.Duration;

import dev.fairlead.events.definition.Hook;

/**
 * What one call came to.
 *
 * @param passing
 *            whether another may do better
 * @param body
 *            what the hook said; empty when nothing
 * @param trouble
 *            why nothing was said; empty when something was
 * @param retryAfter
 *            what the hook asked to wait; zero when nothing
 */
record Attempt(boolean passed, boolean passing, String body, String trouble, Duration retryAfter) {

    static Attempt failed(String trouble, boolean passing) {
        return new Attempt(false, passing, "", trouble, Duration.ZERO);
    }

    /**
     * What the event says, without secrets: the hook's own words where it refused, else that it was
     * given up, and its words after that.
     */
    String givenUp(Hook hook, int attempts) {
        if (passed) {
            return "";
        }
        if (attempts == 0) {
            return trouble;
        }
        String url = hook.url().shown();
        String prefix = "POST " + url + " giving up after " + attempts + " attempt(s)";
        if (!trouble.isEmpty()) {
            return prefix + ": Post \"" + url + "\": " + trouble;
        }
        if (passing) {
            return body.isEmpty() ? prefix : prefix + ": " + body;
        }
        return body;
    }
}
