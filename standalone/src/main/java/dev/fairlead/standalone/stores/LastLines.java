package dev.fairlead.standalone.stores;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a program said last, for a message about what went wrong. */
final class LastLines {

    private static final int BYTES = 1_000;

    private LastLines() {}

    static String of(Path log) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            byte[] end = new byte[(int) Math.min(BYTES, file.length())];
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8).strip();
        }
    }
}
