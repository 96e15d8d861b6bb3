package dev.fairlead.sandbox.boot;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.sandbox.simulation.Campaign;
import dev.fairlead.sandbox.simulation.Simulation;
import dev.fairlead.sandbox.simulation.fate.Fault;
import dev.fairlead.sandbox.simulation.planted.Hunt;
import dev.fairlead.sandbox.simulation.planted.Mistake;

/** {@code fairlead simulate}: the engine in made-up worlds, for as long as one likes. */
public final class SimulateMain {

    private static final String USAGE = """
            usage: fairlead simulate [--decisions N] [--seed S] [--threads T] [--faults A,B,…] [--planted]
              --decisions  how many at least (100000)
              --seed       of the first world (changes with each run, and is printed)
              --threads    worlds at a time (2)
              --faults     only these; see docs/simulation.md (all)
              --planted    looks for 30 planted mistakes instead, each in a copy of the engine
            """;
    private static final int USAGE_ERROR = 2;

    private SimulateMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = System.out;
        if (Set.of(arguments).contains("--help")) {
            out.print(USAGE);
            return;
        }
        try {
            System.exit(simulate(arguments, out));
        } catch (IllegalArgumentException wrong) {
            System.err.println("fairlead: " + wrong.getMessage());
            System.err.print(USAGE);
            System.exit(USAGE_ERROR);
        }
    }

    private static int simulate(String[] arguments, PrintStream out) throws InterruptedException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        long seed = number(arguments, "--seed", System.nanoTime() & 0xFFFFFFFFL);
        long decisions = number(arguments, "--decisions", 100_000);
        int threads = (int) number(arguments, "--threads", 2);
        out.println("seed " + seed);
        if (Set.of(arguments).contains("--planted")) {
            return planted(seed, out);
        }
        var campaign = new Campaign(seed, decisions, faults(arguments));
        campaign.run(threads);
        campaign.broken().ifPresent(broken -> {
            var shortest = new Simulation(Campaign.WORLD).shortest(broken);
            out.println(Campaign.story(shortest));
        });
        out.println(campaign.summary());
        return campaign.broken().isPresent() ? 1 : 0;
    }

    private static int planted(long seed, PrintStream out) {
        int found = 0;
        for (Mistake mistake : Mistake.ALL) {
            var hunt = Hunt.find(mistake, seed);
            found += hunt.shown().isPresent() ? 1 : 0;
            out.println(hunt);
        }
        out.println("found " + found + " of " + Mistake.ALL.size());
        return found == Mistake.ALL.size() ? 0 : 1;
    }

    private static Set<Fault> faults(String[] arguments) {
        String named = text(arguments, "--faults", "");
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        for (String name : named.isEmpty() ? new String[0] : named.split(",")) {
            faults.add(Fault.valueOf(name.trim().toUpperCase(Locale.ROOT)));
        }
        return named.isEmpty() ? EnumSet.allOf(Fault.class) : faults;
    }

    private static long number(String[] arguments, String option, long otherwise) {
        String text = text(arguments, option, Long.toString(otherwise));
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Expected a number after " + option + ", but got \"" + text + "\"", e);
        }
    }

    private static String text(String[] arguments, String option, String otherwise) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(option)) {
                return arguments[i + 1];
            }
        }
        return otherwise;
    }
}
