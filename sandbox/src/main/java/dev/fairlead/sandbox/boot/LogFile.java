package dev.fairlead.sandbox.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends the logs of all parts to one file, before the first of them logs anything. */
final class LogFile {

    private static final String CONFIGURATION = "dev/fairlead/sandbox/boot/logback.xml";

    private LogFile() {}

    static Path open() {
        try {
            Path log = Files.createTempFile("fairlead-sandbox-", ".log");
            System.setProperty("fairlead.sandbox.log", log.toString());
            System.setProperty("logback.configurationFile", CONFIGURATION);
            System.setProperty("logging.config", "classpath:" + CONFIGURATION);
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException("no log file could be made: " + e.getMessage(), e);
        }
    }
}
