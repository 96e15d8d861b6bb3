package dev.fairlead.standalone.flags;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.fairlead.canary.model.Provider;

/** What a value must look like. */
enum Form {
    TEXT {
        @Override
        String read(String came) {
            return came;
        }
    },
    /** As Go reads it. */
    BOOLEAN {
        @Override
        String read(String came) {
            if (TRUE.contains(came)) {
                return "true";
            }
            return expect(FALSE.contains(came), "true or false", came, "false");
        }
    },
    PORT {
        @Override
        String read(String came) {
            boolean port = came.matches("\\d{1,5}") && Integer.parseInt(came) <= HIGHEST_PORT;
            return expect(port, "a port from 0 to " + HIGHEST_PORT + " (0: any free one)", came,
                    came);
        }
    },
    ADDRESS {
        @Override
        String read(String came) {
            return expect(came.matches("https?://.+") && isUri(came),
                    "an address that starts with http:// or https://", came, came);
        }
    },
    PROVIDER {
        @Override
        String read(String came) {
            return expect(Provider.named(came).isPresent(), "one of " + Provider.names(), came,
                    came);
        }
    },
    /** What the reference calls debug to panic, in the words of our logs. */
    LEVEL {
        @Override
        String read(String came) {
            String level = LEVELS.getOrDefault(came.toLowerCase(Locale.ROOT), "");
            return expect(!level.isEmpty(), "one of debug, info, warn, error, fatal, panic", came,
                    level);
        }
    },
    ENCODING {
        @Override
        String read(String came) {
            return expect(Set.of("json", "console").contains(came), "json or console", came, came);
        }
    },
    DATABASE {
        @Override
        String read(String came) {
            return expect(came.startsWith("jdbc:postgresql://"),
                    "jdbc:postgresql://host:port/name", withoutSecrets(came), came);
        }
    },
    BROKERS {
        @Override
        String read(String came) {
            return expect(came.matches("[^:,\\s]+:\\d+(,[^:,\\s]+:\\d+)*"),
                    "host:port, several separated by commas", came, came);
        }
    };

    private static final int HIGHEST_PORT = 65_535;

    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");

    private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

    private static final Map<String, String> LEVELS = Map.of("debug", "debug", "info", "info",
            "warn", "warn", "warning", "warn", "error", "error", "fatal", "error", "panic",
            "error");

    /**
     * The value as the settings want it.
     *
     * @throws IllegalArgumentException
     *             says what was expected and what came
     */
    abstract String read(String came);

    private static String expect(boolean good, String expected, String came, String value) {
        if (!good) {
            throw new IllegalArgumentException(
                    "expected " + expected + ", but got \"" + came + "\"");
        }
        return value;
    }

    private static boolean isUri(String text) {
        try {
            return URI.create(text).getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String withoutSecrets(String url) {
        return url.replaceAll("//[^/@]*@", "//…@").replaceAll("\\?.*", "?…");
    }
}
