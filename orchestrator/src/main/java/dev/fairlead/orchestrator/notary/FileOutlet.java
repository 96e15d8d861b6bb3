package dev.fairlead.orchestrator.notary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends to a file: the notes one behind the other, each followed by an empty line. Whoever keeps
 * the file elsewhere, or where it can only grow, has the proof.
 *
 * @param file
 *            made when it is not there; its folder must be
 */
public record FileOutlet(Path file) implements CheckpointOutlet {

    @Override
    public String name() {
        return "file " + file;
    }

    @Override
    public void take(String note) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap((note + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
