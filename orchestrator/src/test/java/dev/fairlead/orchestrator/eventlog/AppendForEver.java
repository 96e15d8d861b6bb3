package dev.fairlead.orchestrator.eventlog;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A process that takes the lease whenever it can, and appends small batches while it holds it. */
final class AppendForEver {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private AppendForEver() {}

    public static void main(String[] args) {
        var address = new DatabaseAddress(args[0], "postgres", "postgres", args[1]);
        try (var log = new JdbcEventLog(address, Long.toString(ProcessHandle.current().pid()))) {
            while (parentLives()) {
                try {
                    log.take().ifPresent(tenure -> hold(log, tenure));
                } catch (LostLease e) {
                    System.err.println(e.getMessage());
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static void hold(JdbcEventLog log, Tenure tenure) {
        StreamMark mark = log.mark(Pieces.SHOP.stream());
        Tenure now = tenure;
        while (parentLives()) {
            Append batch = Pieces.batch(now, mark, 1 + (int) (mark.version() % 5));
            log.append(batch);
            mark = batch.heads().getFirst().after().mark();
            now = Pieces.after(batch);
        }
    }

    private static boolean parentLives() {
        return ProcessHandle.current().parent().filter(ProcessHandle::isAlive).isPresent();
    }

}
