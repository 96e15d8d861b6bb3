package dev.fairlead.orchestrator.boot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import dev.fairlead.orchestrator.notary.Notary;

/** A round of the notary that no failure ends for good. */
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private Rounds() {}

    static void one(Notary notary, boolean active) {
        if (!active) {
            notary.forget();
            return;
        }
        try {
            notary.step()
                    .ifPresent(it -> LOG.info("checkpoint size={} root={}", it.size(),
                            it.root()));
        } catch (DataAccessException e) {
            LOG.warn("checkpoint tries again error=\"{}\"", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("checkpoint failed, it tries again", e);
        }
    }
}
