package dev.fairlead.orchestrator.boot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the command line finds this engine without being told.
 *
 * @param file
 *            written when the port is open and removed at the end; empty: nobody is told. The
 *            command line looks at {@code ~/.fairlead/engine.properties}
 * @param by
 *            what runs the engine, such as {@code sandbox}; for people
 */
@ConfigurationProperties("fairlead.announce")
public record AnnounceSettings(@DefaultValue("") String file,
        @DefaultValue("orchestrator") String by) {}
