package dev.fairlead.standalone.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The folder, held by this process alone. The hold is the kernel's: it ends with the process, however
 * that ends, and no file must be removed by hand.
 */
public final class DataFolder implements AutoCloseable {

    /** The form of the folder that this version reads and writes. */
    private static final String FORM = "1";

    private static final String MOVED = "moved";

    private final Path path;

    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the folder, which is made when it is missing and then opened to its owner alone.
     *
     * @throws IllegalStateException
     *             another process has it, or it is of a newer version, or cannot be written
     */
    public static DataFolder take(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                String holder = Files.readString(path.resolve("lock")).strip();
                channel.close();
                throw new IllegalStateException("Expected a folder that no other process uses, but "
                        + path + " is in use by " + (holder.isEmpty() ? "one" : holder)
                        + "; end that one, or name another folder with --data");
            }
            var taken = new DataFolder(path, channel);
            taken.sign();
            taken.expectForm();
            return taken;
        } catch (IOException e) {
            throw new IllegalStateException("Expected a folder that can be written, but " + path
                    + " cannot: " + e.getMessage() + "; name another one with --data", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // by this very process
        }
    }

    private void sign() throws IOException {
        String holder = "process " + ProcessHandle.current().pid() + ", since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private void expectForm() throws IOException {
        Path file = path.resolve("form");
        if (!Files.exists(file)) {
            Files.writeString(file, FORM + "\n");
        }
        String found = Files.readString(file).strip();
        if (!found.equals(FORM)) {
            close();
            throw new IllegalStateException("Expected a folder of form " + FORM + ", but " + path
                    + " is of form \"" + found
                    + "\", which a newer Fairlead has written; use that one");
        }
    }

    public Path path() {
        return path;
    }

    /** Where Kafka's files are. */
    public Path kafka() {
        return path.resolve("kafka");
    }

    /** Where Postgres' files are. */
    public Path postgres() {
        return path.resolve("postgres");
    }

    /** Who may write by HTTP. */
    public Path token() {
        return path.resolve("token");
    }

    /** What signs the checkpoints of the log. */
    public Path auditKey() {
        return path.resolve("audit.pem");
    }

    /** The signed checkpoints of the log, outside of its database. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** Whether a log was ever kept here. */
    public boolean hasLog() {
        return Files.exists(postgres().resolve("data"));
    }

    /** Where the log was moved to; empty when it is still here, or never was. */
    public Optional<String> movedTo() {
        try {
            Path file = path.resolve(MOVED);
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + path.resolve(MOVED), e);
        }
    }

    /** Notes that the log is elsewhere from now on. */
    public void moved(String to) {
        try {
            Files.writeString(path.resolve(MOVED), to + "\n", StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write " + path.resolve(MOVED), e);
        }
    }

    /** Lets go of it. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
