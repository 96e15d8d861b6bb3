package dev.fairlead.sandbox.demoapp;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/**
 * Reads what a pod's image and environment ask for. The tag's ending is shorthand, the environment
 * wins:
 *
 * <pre>
 * 2.0.0-errors       FAIL_RATE=0.5
 * 2.0.0-slow         LATENCY_MS=800
 * 2.0.0-never-ready  READY=never
 * </pre>
 *
 * Further: {@code FAIL_STATUS}, {@code LATENCY_RATE}, {@code START_DELAY_MS}, {@code DRAIN_MS}.
 */
public final class Behaviours {

    private static final double SHORTHAND_FAIL_RATE = 0.5;
    private static final Duration SHORTHAND_LATENCY = Duration.ofMillis(800);
    private static final int LONGEST_MILLISECONDS = 60_000;
    private static final int LONGEST_START_MILLISECONDS = 600_000;
    private static final int LOWEST_FAIL_STATUS = 400;
    private static final int HIGHEST_FAIL_STATUS = 599;
    private static final String UNTAGGED = "latest";

    private Behaviours() {}

    /**
     * @throws IllegalArgumentException names the variable, what was expected and what came
     */
    public static Behaviour of(String image, Map<String, String> environment) {
        Behaviour behaviour = byTag(version(image));
        for (Map.Entry<String, String> one : environment.entrySet()) {
            behaviour = with(behaviour, one.getKey(), one.getValue());
        }
        return behaviour;
    }

    /** The tag of an image, {@code latest} where it has none. */
    public static String version(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        int digest = name.indexOf('@');
        String tagged = digest < 0 ? name : name.substring(0, digest);
        int colon = tagged.indexOf(':');
        return colon < 0 ? UNTAGGED : tagged.substring(colon + 1);
    }

    private static Behaviour byTag(String tag) {
        if (tag.endsWith("-errors")) {
            return Behaviour.HEALTHY.failing(SHORTHAND_FAIL_RATE);
        }
        if (tag.endsWith("-slow")) {
            return Behaviour.HEALTHY.taking(SHORTHAND_LATENCY);
        }
        return Behaviour.HEALTHY.everReady(!tag.endsWith("-never-ready"));
    }

    private static Behaviour with(Behaviour before, String name, String value) {
        return switch (name) {
            case "FAIL_RATE" -> before.failing(share(name, value));
            case "FAIL_STATUS" -> before
                    .failingWith(whole(name, value, LOWEST_FAIL_STATUS, HIGHEST_FAIL_STATUS));
            case "LATENCY_MS" -> before.taking(time(name, value, LONGEST_MILLISECONDS));
            case "LATENCY_RATE" -> before.slowAt(share(name, value));
            case "READY" -> before.everReady(ready(value));
            case "START_DELAY_MS" ->
                    before.startingIn(time(name, value, LONGEST_START_MILLISECONDS));
            case "DRAIN_MS" -> before.leavingIn(time(name, value, LONGEST_MILLISECONDS));
            default -> before;
        };
    }

    private static boolean ready(String value) {
        return switch (value) {
            case "always" -> true;
            case "never" -> false;
            default -> throw unexpected("READY", "always or never", value);
        };
    }

    private static Duration time(String name, String value, int longest) {
        return Duration.ofMillis(whole(name, value, 0, longest));
    }

    private static int whole(String name, String value, int least, int most) {
        String expected = "a whole number between " + least + " and " + most;
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException(sentence(name, expected, value), unreadable);
        }
        throw unexpected(name, expected, value);
    }

    private static double share(String name, String value) {
        String expected = "a share between 0 and 1";
        try {
            double number = new BigDecimal(value.strip()).doubleValue();
            if (number >= 0 && number <= 1) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException(sentence(name, expected, value), unreadable);
        }
        throw unexpected(name, expected, value);
    }

    private static IllegalArgumentException unexpected(String name, String expected,
            String value) {
        return new IllegalArgumentException(sentence(name, expected, value));
    }

    private static String sentence(String name, String expected, String value) {
        return "Expected " + name + " to be " + expected + ", but got '" + value + "'";
    }
}
