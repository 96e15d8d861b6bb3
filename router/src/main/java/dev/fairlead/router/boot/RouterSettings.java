package dev.fairlead.router.boot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a router is told at its start, beside its clusters and Kafka.
 *
 * @param worker
 *            names it in reports; empty for the host's name
 * @param ordersAtATime
 *            attempts that one cluster is troubled with at a time, from 5
 * @param remembered
 *            objects of one cluster that are remembered as they were written, from 1
 */
@ConfigurationProperties("fairlead.router")
public record RouterSettings(@DefaultValue("") String worker,
        @DefaultValue("32") int ordersAtATime, @DefaultValue("20000") int remembered) {

    public RouterSettings {
        if (remembered < 1) {
            throw new IllegalArgumentException(
                    "Expected fairlead.router.remembered from 1, but got " + remembered);
        }
    }
}
