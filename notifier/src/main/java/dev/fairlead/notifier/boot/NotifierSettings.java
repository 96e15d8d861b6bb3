package dev.fairlead.notifier.boot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a notifier is told at its start.
 *
 * @param pool
 *            whose orders it takes
 * @param worker
 *            names it in reports; empty for the host's name
 * @param clusterName
 *            shown first in every notice; empty for not
 * @param slack
 *            where notices of Canaries without alerts go
 * @param msteams
 *            the same for Microsoft Teams; wins over Slack
 */
@ConfigurationProperties("fairlead.notifier")
public record NotifierSettings(@DefaultValue("default") String pool,
        @DefaultValue("") String worker, @DefaultValue("") String clusterName,
        @DefaultValue Slack slack, @DefaultValue Teams msteams) {

    /**
     * The default channel; none unless url and channel are given.
     *
     * @param url
     *            of the incoming webhook, or of {@code chat.postMessage}; secret
     * @param channel
     *            the room
     * @param user
     *            shown as sender
     * @param token
     *            of a bot; secret; empty for none
     * @param proxyUrl
     *            of an HTTP proxy; empty for none
     */
    public record Slack(@DefaultValue("") String url, @DefaultValue("") String channel,
            @DefaultValue("flagger") String user, @DefaultValue("") String token,
            @DefaultValue("") String proxyUrl) {

        /** Without its secrets. */
        @Override
        public String toString() {
            return "Slack[channel=" + channel + ", user=" + user + "]";
        }
    }

    /**
     * The default channel; none without a url.
     *
     * @param url
     *            of a Workflows webhook or an older connector; secret
     * @param proxyUrl
     *            of an HTTP proxy; empty for none
     */
    public record Teams(@DefaultValue("") String url, @DefaultValue("") String proxyUrl) {

        /** Without its secrets. */
        @Override
        public String toString() {
            return "Teams[" + (url.isEmpty() ? "none" : "set") + "]";
        }
    }
}
