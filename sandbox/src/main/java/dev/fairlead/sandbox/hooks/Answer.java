package dev.fairlead.sandbox.hooks;

import java.time.Duration;

/** How a stand-in answers. */
public sealed interface Answer {

    /** With a status from 100 to 599 and a body, at once. */
    record Status(int status, String body) implements Answer {}

    /** The same after a while, at most 10 min. */
    record Late(Duration after, int status, String body) implements Answer {}

    /** With 429 and {@code Retry-After}, in whole seconds. */
    record TooMany(int retryAfterSeconds) implements Answer {}

    /** Never; the connection stays open until the caller or the stand-in closes it. */
    record Hang() implements Answer {}

    /** By closing the connection. */
    record HangUp() implements Answer {}

    static Answer ok(String body) {
        return new Status(200, body);
    }

    static Answer status(int status) {
        return new Status(status, "");
    }
}
