package dev.fairlead.orchestrator.boot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may write.
 *
 * @param tokenFile
 *            a line {@code <principal> <token>} for each; empty: nobody may
 * @param makeToken
 *            whether a file that is not there is made, for the operating system's user
 */
@ConfigurationProperties("fairlead.api")
public record ApiSettings(@DefaultValue("") String tokenFile,
        @DefaultValue("false") boolean makeToken) {

    public ApiSettings {
        if (makeToken && tokenFile.isBlank()) {
            throw new IllegalArgumentException(
                    "Expected fairlead.api.token-file with fairlead.api.make-token, but got nothing");
        }
    }
}
