package dev.fairlead.sandbox.bench.ground;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/** The API server's own record of its requests: one clock for all sides of a comparison. */
public final class AuditLog {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WATCH = "\"verb\":\"watch\"";

    private final Path file;

    AuditLog(Path file) {
        this.file = file;
    }

    /** A place in the log, to be read from later. */
    public long mark() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + file, e);
        }
    }

    /** All requests that ended since a mark, but for watches, in the order of their ends. */
    public List<ApiCall> since(long mark) {
        List<ApiCall> calls = new ArrayList<>();
        long end = mark();
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(mark);
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            long read = mark;
            for (String line = lines.readLine(); line != null
                    && read < end; line = lines.readLine()) {
                read += line.getBytes(StandardCharsets.UTF_8).length + 1L;
                if (read <= end && !line.contains(WATCH)) {
                    calls.add(ApiCall.of(JSON.readTree(line)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return calls;
    }
}
