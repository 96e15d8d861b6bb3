package dev.fairlead.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

import dev.fairlead.cli.show.Colour;
import dev.fairlead.cli.show.Times;

/**
 * What a command finds around it.
 *
 * @param environment
 *            variables
 * @param home
 *            the user's folder
 * @param user
 *            the user's name
 * @param terminal
 *            whether data goes to a person's screen
 * @param clock
 *            for ages
 * @param out
 *            for data
 * @param err
 *            for words
 */
public record Surroundings(Map<String, String> environment, Path home, String user,
        boolean terminal, InstantSource clock, PrintWriter out, PrintWriter err) {

    Colour colour() {
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return terminal && !dumb && !unwanted ? Colour.ON : Colour.OFF;
    }

    Times times() {
        return new Times(clock.instant());
    }

    /** Data, at once. */
    void print(String text) {
        out.print(text);
        out.flush();
    }

    /** Words. */
    void say(String text) {
        err.println(text);
        err.flush();
    }
}
