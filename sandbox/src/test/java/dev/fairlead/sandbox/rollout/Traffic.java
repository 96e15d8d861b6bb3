package dev.fairlead.sandbox.rollout;

import java.time.Duration;

import dev.fairlead.sandbox.load.LoadGenerator;
import dev.fairlead.sandbox.load.LoadTally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Users of an application, counted since they have all been answered. */
public final class Traffic implements AutoCloseable {

    private static final long WARM_ANSWERS = 60;
    /** Long enough for each of the mesh's proxies to obey, and for requests under way to end. */
    private static final long SETTLED_ANSWERS = 120;

    private final LoadGenerator load;
    private final LoadTally since;

    private Traffic(LoadGenerator load) {
        this.load = load;
        this.since = load.tally();
    }

    static Traffic warm(LoadGenerator load) {
        await("users are answered").atMost(Stage.SOON)
                .until(() -> load.tally().answered() > WARM_ANSWERS);
        return new Traffic(load);
    }

    /** All requests since the load was warm. */
    public LoadTally tally() {
        return load.tally().since(since);
    }

    /** No request was lost: each was answered by an application. */
    public void lostNothing() {
        assertThat(tally().lost()).as("lost requests: %s", load.lost()).isZero();
    }

    /** From now on, soon, every request is answered by the version. */
    public void isServedBy(String version) {
        await("all requests answered by " + version).atMost(Stage.SOON)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> onlyBy(version));
    }

    /** The version answers soon, beside others. */
    public void reaches(String version) {
        LoadTally before = load.tally();
        await("requests answered by " + version).atMost(Stage.SOON)
                .until(() -> load.tally().since(before).versions().containsKey(version));
    }

    /** The share of the version among the next answers, 0 to 1. */
    public double shareOf(String version) {
        LoadTally before = load.tally();
        await("answers").atMost(Stage.SOON)
                .until(() -> load.tally().since(before).answered() >= SETTLED_ANSWERS);
        return load.tally().since(before).share(version);
    }

    private boolean onlyBy(String version) {
        return shareOf(version) == 1.0;
    }

    @Override
    public void close() {
        load.close();
    }
}
