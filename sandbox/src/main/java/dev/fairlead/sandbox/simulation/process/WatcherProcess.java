package dev.fairlead.sandbox.simulation.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.fairlead.canary.revision.SecretFingerprints;
import dev.fairlead.events.observation.Heartbeat;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.orchestrator.loop.Heard;
import dev.fairlead.sandbox.simulation.cluster.Cluster;
import dev.fairlead.sandbox.simulation.fate.Actor;
import dev.fairlead.sandbox.simulation.fate.Chance;
import dev.fairlead.sandbox.simulation.topic.Said;
import dev.fairlead.topics.Topics;
import dev.fairlead.watcher.detection.ApiObject;
import dev.fairlead.watcher.detection.DetectionSettings;
import dev.fairlead.watcher.detection.Detector;
import dev.fairlead.watcher.detection.Place;
import dev.fairlead.watcher.publish.Voice;
import dev.fairlead.watcher.watch.Kind;
import dev.fairlead.watcher.watch.Observing;
import dev.fairlead.watcher.watch.Pace;

/** The watcher of one cluster: what it observes and says as it ships, over watches in memory. */
final class WatcherProcess implements Startable, Voice, Pace, WatchedKinds.Told {

    private static final long GATHERING = 3_000_000;
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Ground ground;
    private final Process process;
    private final Cluster cluster;
    private final Actor turns;
    private final WatchedKinds kinds;
    private final Observing observing;
    private final Observing.Turn turn;
    private final Runnable asked = this::asked;
    private long heardRequests;
    private long said;
    private boolean awake;

    WatcherProcess(Ground ground, Process process, Cluster cluster) {
        this.ground = ground;
        this.process = process;
        this.cluster = cluster;
        this.turns = process.part("/looks");
        this.kinds = new WatchedKinds(ground, cluster, process, this);
        this.observing = new Observing(new Observing.Post(cluster.name(), kinds, this, this));
        this.turn = observing.begin(
                new Detector(DetectionSettings.PLAIN, new SecretFingerprints(new byte[32])),
                Chance.of(ground.seed(), "restatements of " + process.name()),
                secrets -> place -> {});
    }

    @Override
    public void start() {
        var requests = ground.broker().requests(cluster.name());
        heardRequests = requests.end();
        requests.tell(asked);
        kinds.open();
        tick();
    }

    @Override
    public void stopped() {
        ground.broker().requests(cluster.name()).leave(asked);
        kinds.close();
    }

    @Override
    public void seen(Kind kind, ApiObject object) {
        observing.seen(kind, object);
        lookSoon();
    }

    @Override
    public void gone(Kind kind, Place place) {
        observing.gone(kind, place);
        lookSoon();
    }

    @Override
    public CompletableFuture<?> say(Observation observation) {
        String id = process.name() + "-" + ++said;
        return publish(new Said(observation.target().toString(),
                letter -> new Heard.Observed(letter, id, observation)));
    }

    @Override
    public CompletableFuture<?> beat(List<String> blind) {
        var beat = new Heartbeat(cluster.name(), "watcher", process.name(), ground.instant(),
                blind);
        return publish(new Said(cluster.name(), letter -> new Heard.Beat(letter, beat)));
    }

    @Override
    public long nanos() {
        return ground.scheduler().now();
    }

    @Override
    public void pause(Duration time) {
        // What comes meanwhile is gathered by the time of the next look.
    }

    private CompletableFuture<?> publish(Said what) {
        process.call();
        return process.isCut()
                ? CompletableFuture.failedFuture(new IllegalArgumentException("no broker"))
                : ground.broker()
                        .send(ground.broker().heard(Topics.observation(cluster.name())), what);
    }

    private void asked() {
        ground.scheduler().in(GATHERING, turns, "is asked to say all again", () -> {
            var requests = ground.broker().requests(cluster.name());
            heardRequests = Math.max(heardRequests > requests.end() ? 0 : heardRequests,
                    requests.first());
            for (; heardRequests < requests.end(); heardRequests++) {
                observing.restate(requests.at(heardRequests).targets());
            }
        });
    }

    private void tick() {
        look();
        ground.scheduler().in(TICK, turns, "looks at the clock", this::tick);
    }

    private void lookSoon() {
        if (!awake) {
            awake = true;
            ground.scheduler().in(GATHERING, turns, "looks", this::look);
        }
    }

    private void look() {
        awake = false;
        try {
            turn.next(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        }
    }
}
