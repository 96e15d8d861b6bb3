package dev.fairlead.orchestrator.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataRetrievalFailureException;

import dev.fairlead.events.proof.Hash;
import dev.fairlead.events.proof.HashedEvent;

/**
 * Hands over many events in order of position, from one moment of the log and in little memory: a
 * thread reads ahead while the caller works.
 */
public final class LogScan {

    /** Rows that are read at a time. */
    private static final int ROWS = 1_000;
    /** Such portions that are read ahead. */
    private static final int AHEAD = 8;
    /** Between two looks whether the other side lives, in ms. */
    private static final long LOOK_EVERY_MS = 200;
    /** Longest scan, in minutes. */
    private static final long LONGEST_MINUTES = 30;

    private static final List<LoggedEvent> END = new ArrayList<>();

    private final DataSource source;

    /**
     * @param source
     *            connections in the role of the reader
     */
    public LogScan(DataSource source) {
        this.source = source;
    }

    /**
     * Runs to the end of the span.
     *
     * @throws org.springframework.dao.DataAccessException
     *             when the database fails in between
     */
    public void run(Span span, EventFilter filter, Consumer<LoggedEvent> work) {
        BlockingQueue<List<LoggedEvent>> portions = new LinkedBlockingQueue<>(AHEAD);
        Reading reading = new Reading(portions, span, filter);
        Thread reader = Thread.ofPlatform().daemon().name("log-scan").start(reading);
        try {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
            for (List<LoggedEvent> portion = next(portions, deadline); portion != END; portion =
                    next(portions, deadline)) {
                portion.forEach(work);
            }
            reading.rethrow();
        } finally {
            reading.stop();
            reader.interrupt();
        }
    }

    private static List<LoggedEvent> next(BlockingQueue<List<LoggedEvent>> portions,
            long deadline) {
        try {
            List<LoggedEvent> portion =
                    portions.poll(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (portion == null) {
                throw new DataRetrievalFailureException(
                        "Expected the log to be read in " + LONGEST_MINUTES + " minutes");
            }
            return portion;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataRetrievalFailureException("The reading of the log was ended", e);
        }
    }

    private final class Reading implements Runnable {

        private final BlockingQueue<List<LoggedEvent>> portions;
        private final Span span;
        private final EventFilter filter;
        private volatile boolean stopped;
        private volatile @Nullable Exception failure;

        Reading(BlockingQueue<List<LoggedEvent>> portions, Span span, EventFilter filter) {
            this.portions = portions;
            this.span = span;
            this.filter = filter;
        }

        @Override
        public void run() {
            try {
                read();
            } catch (SQLException | RuntimeException e) {
                failure = e;
            }
            hand(END);
        }

        private void read() throws SQLException {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false); // else all rows come at once
                ScanSql sql = ScanSql.of(span, filter);
                try (PreparedStatement select = connection.prepareStatement(sql.text())) {
                    select.setFetchSize(ROWS);
                    for (int i = 0; i < sql.parameters().size(); i++) {
                        select.setObject(i + 1, sql.parameters().get(i));
                    }
                    try (ResultSet rows = select.executeQuery()) {
                        portions(rows);
                    }
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        }

        private void portions(ResultSet rows) throws SQLException {
            List<LoggedEvent> portion = new ArrayList<>(ROWS);
            while (!stopped && rows.next()) {
                portion.add(event(rows));
                if (portion.size() == ROWS) {
                    hand(portion);
                    portion = new ArrayList<>(ROWS);
                }
            }
            hand(portion);
        }

        private void hand(List<LoggedEvent> portion) {
            try {
                boolean handed = false;
                while (!handed && !stopped) {
                    handed = portions.offer(portion, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException _) {
                stopped = true; // nobody waits for it any more
            }
        }

        void stop() {
            stopped = true;
        }

        void rethrow() {
            Exception found = failure;
            if (found != null) {
                throw new DataRetrievalFailureException(
                        "The log could not be read: " + found.getMessage(), found);
            }
        }
    }

    private static LoggedEvent event(ResultSet row) throws SQLException {
        var ids = new HashedEvent.Ids(row.getString(7), row.getString(8), row.getString(9),
                row.getString(10), row.getString(11));
        long micros = row.getLong(12);
        Instant time = Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L),
                Math.floorMod(micros, 1_000_000L) * 1_000L);
        var hashed = new HashedEvent(row.getLong(4), row.getString(2), row.getLong(3),
                row.getString(5), row.getInt(6), ids, time, row.getBytes(13));
        return new LoggedEvent(row.getLong(1), hashed, Hash.of(row.getBytes(14)),
                Hash.of(row.getBytes(15)));
    }
}
