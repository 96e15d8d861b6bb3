package dev.fairlead.standalone.boot;

import org.slf4j.LoggerFactory;

/** Says how log lines look, before the first of them is logged. */
final class LogChoice {

    private static final String FOLDER = "dev/fairlead/standalone/logs/";

    private LogChoice() {}

    /** @param form {@code console} or {@code json} */
    static void take(String form) {
        String configuration = FOLDER + form + ".xml";
        System.setProperty("logback.configurationFile", configuration);
        LoggerFactory.getILoggerFactory(); // reads it now
        System.clearProperty("logback.configurationFile"); // Spring Boot wants to be told its way
        System.setProperty("logging.config", "classpath:" + configuration);
    }
}
