package dev.fairlead.sandbox.bench.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The counters of the machine at a moment, as Linux has them: {@code proc_stat(5)} and the
 * kernel's page on pressure stall information.
 */
public final class Machine {

    private static final Path STAT = Path.of("/proc/stat");
    private static final Path PRESSURE = Path.of("/proc/pressure/cpu");
    private static final Pattern WAITED = Pattern.compile("some .*total=(\\d+)");
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STEAL = 7;
    private static final double PERCENT = 100;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MICROS_PER_SECOND = 1e6;

    private final long nanos = System.nanoTime();
    private final long[] ticks = ticks();
    private final long waitedMicros = waited();

    private Machine() {}

    public static Machine now() {
        return new Machine();
    }

    /** What has been since. */
    public MachineShare since() {
        Machine end = now();
        long all = 0;
        for (int i = 0; i < ticks.length; i++) {
            all += end.ticks[i] - ticks[i];
        }
        double share = PERCENT / Math.max(1, all);
        long idle = end.ticks[IDLE] - ticks[IDLE] + end.ticks[IO_WAIT] - ticks[IO_WAIT];
        long stolen = end.ticks[STEAL] - ticks[STEAL];
        double seconds = (end.nanos - nanos) / NANOS_PER_SECOND;
        double pressure = waitedMicros < 0 ? -1
                : PERCENT * (end.waitedMicros - waitedMicros) / MICROS_PER_SECOND
                        / Math.max(1e-3, seconds);
        return new MachineShare(share * (all - idle - stolen), share * stolen, pressure, seconds);
    }

    /** user, nice, system, idle, iowait, irq, softirq, steal; what follows is counted in these. */
    private static long[] ticks() {
        return Stream.of(read(STAT).lines().findFirst().orElseThrow().split("\\s+"))
                .skip(1)
                .limit(STEAL + 1)
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private static long waited() {
        if (!Files.isReadable(PRESSURE)) {
            return -1;
        }
        Matcher found = WAITED.matcher(read(PRESSURE));
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
