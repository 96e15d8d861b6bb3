package dev.fairlead.sandbox.simulation.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.fairlead.orchestrator.eventlog.LostLease;
import dev.fairlead.orchestrator.eventlog.Outgoing;
import dev.fairlead.orchestrator.inbox.PersonRequests;
import dev.fairlead.orchestrator.loop.Clock;
import dev.fairlead.orchestrator.loop.DecisionLoop;
import dev.fairlead.orchestrator.loop.Outside;
import dev.fairlead.orchestrator.relay.Relay;
import dev.fairlead.orchestrator.relay.RelayTrouble;
import dev.fairlead.orchestrator.timer.Eyes;
import dev.fairlead.orchestrator.timer.TimerHeap;
import dev.fairlead.sandbox.simulation.fate.Actor;
import dev.fairlead.sandbox.simulation.log.MemoryOutbox;
import dev.fairlead.sandbox.simulation.log.Session;
import dev.fairlead.sandbox.simulation.topic.MemoryIntake;
import dev.fairlead.sandbox.simulation.topic.Said;
import dev.fairlead.sandbox.simulation.topic.Topic;

/** An orchestrator: the loop, timers, eyes and relay that ship, over a log and topics in memory. */
final class OrchestratorProcess implements Startable {

    /** The shortest time from one turn of the loop to the next. */
    private static final long TURN = 2_000_000;

    private final Ground ground;
    private final Process process;
    private final Actor turns;
    private final MemoryIntake intake;
    private final Pause pause = new Pause();
    private final Relay relay;
    private final DecisionLoop loop;
    private final Runnable wake = this::wake;
    private long nextTurn = Long.MAX_VALUE;

    OrchestratorProcess(Ground ground, Process process) {
        this.ground = ground;
        this.process = process;
        this.turns = process.part("/loop");
        this.intake = new MemoryIntake(ground.broker(), ground.fleet(), process::isCut);
        var road = new LogRoad(process);
        var eyes = new Eyes(intake, pause, ground.fleet().clusters());
        this.relay = new Relay(new MemoryOutbox(ground.database(), road), this::publish,
                ground.scheduler()::now);
        var log = new Session(ground.database(), process.name(), road);
        var outside = new Outside(pause, log, intake, new TimerHeap(eyes), eyes,
                new PersonRequests(),
                request -> ground.broker()
                        .send(ground.broker().requests(request.cluster()), request),
                relay);
        this.loop = new DecisionLoop(outside, ground.fleet());
    }

    @Override
    public void start() {
        for (Topic<Said> topic : MemoryIntake.topics(ground.broker(), ground.fleet())) {
            topic.tell(wake);
        }
        turnIn(TURN);
    }

    @Override
    public void stopped() {
        MemoryIntake.topics(ground.broker(), ground.fleet()).forEach(topic -> topic.leave(wake));
    }

    long decisions() {
        return loop.report().decisions();
    }

    private void turn() {
        nextTurn = Long.MAX_VALUE;
        pause.asked = 0;
        loop.step();
        relayed();
        long wait = Math.max(pause.asked, intake.wouldWait().toNanos());
        turnIn(Math.max(TURN, wait));
    }

    private void relayed() {
        try {
            for (int sent = 1; relay.isAwake() && sent > 0;) {
                sent = relay.step(Duration.ZERO);
            }
        } catch (RelayTrouble | LostLease e) {
            pause.asked = Math.max(pause.asked, TURN);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        }
    }

    private CompletableFuture<?> publish(Outgoing record) {
        process.call();
        if (process.isCut()) {
            return CompletableFuture.failedFuture(new IllegalStateException("no broker"));
        }
        var taken = ground.broker().send(ground.broker().orders(record.topic()), record);
        if (!taken.isCompletedExceptionally()) {
            ground.database().sent(record);
        }
        return taken;
    }

    private void wake() {
        if (pause.asked == 0) {
            turnIn(TURN);
        }
    }

    private void turnIn(long nanos) {
        long at = ground.scheduler().now() + nanos;
        if (at < nextTurn) {
            nextTurn = at;
            ground.scheduler().in(nanos, turns, "turn", () -> {
                if (nextTurn == at) {
                    turn();
                }
            });
        }
    }

    /** Time of the world; a pause is noted and taken after the turn. */
    private final class Pause implements Clock {

        private long asked;

        @Override
        public long nanos() {
            return ground.scheduler().now();
        }

        @Override
        public void pause(Duration time) {
            asked = time.toNanos();
        }
    }
}
