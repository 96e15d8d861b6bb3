package dev.fairlead.orchestrator.console;

import java.time.Instant;

import dev.fairlead.orchestrator.api.Person;

/**
 * Somebody who looks at pages.
 *
 * @param id
 *            the cookie's value; empty for somebody who has not logged in
 * @param csrf
 *            must come back with every form; empty without a login, so that no form is taken
 * @param until
 *            when it ends
 */
public record Session(String id, Person person, String csrf, Instant until) {

    /** Nobody in particular, from this machine. */
    static final Session NONE = new Session("", Person.ANYBODY, "", Instant.MAX);
}
