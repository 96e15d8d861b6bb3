package dev.fairlead.orchestrator.eventlog;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.fairlead.events.proof.Checkpoint;
import dev.fairlead.events.proof.Hash;

/** The checkpoints that were handed out. */
public final class CheckpointRows {

    private final JdbcClient readers;
    private final JdbcClient writers;

    /**
     * @param readers
     *            connections in the role of the reader
     * @param writers
     *            connections in the role of the writer
     */
    public CheckpointRows(DataSource readers, DataSource writers) {
        this.readers = JdbcClient.create(readers);
        this.writers = JdbcClient.create(writers);
    }

    /** The newest ones, newest first. */
    public List<StoredCheckpoint> newest(int limit) {
        return readers.sql("select * from checkpoint order by size desc limit :limit")
                .param("limit", limit)
                .query(CheckpointRows::row)
                .list();
    }

    /** The newest one of at least a size. */
    public Optional<StoredCheckpoint> covering(long size) {
        return newest(1).stream().filter(it -> it.checkpoint().size() >= size).findFirst();
    }

    /** Writes one down; another instance may have been first. */
    public void add(StoredCheckpoint it) {
        var peaks = new ByteArrayOutputStream();
        it.peaks().forEach(peak -> peaks.writeBytes(peak.bytes()));
        writers.sql("""
                insert into checkpoint (size, root, peaks, time, note)
                values (:size, :root, :peaks, :time::timestamptz, :note) on conflict (size) do nothing
                """)
                .param("size", it.checkpoint().size())
                .param("root", it.checkpoint().root().bytes())
                .param("peaks", peaks.toByteArray())
                .param("time", it.checkpoint().time().toString())
                .param("note", it.note())
                .update();
    }

    private static StoredCheckpoint row(ResultSet row, int number) throws SQLException {
        String note = row.getString("note");
        byte[] peaks = row.getBytes("peaks");
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at < peaks.length; at += Hash.BYTES) {
            hashes.add(Hash.of(Arrays.copyOfRange(peaks, at, at + Hash.BYTES)));
        }
        return new StoredCheckpoint(
                new Checkpoint(origin(note), row.getLong("size"), Hash.of(row.getBytes("root")),
                        row.getObject("time", OffsetDateTime.class).toInstant()),
                note, hashes);
    }

    private static String origin(String note) {
        return note.lines().findFirst().orElse("");
    }
}
