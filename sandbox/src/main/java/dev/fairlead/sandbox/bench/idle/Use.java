package dev.fairlead.sandbox.bench.idle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import com.sun.management.OperatingSystemMXBean;

import dev.fairlead.sandbox.bench.ground.Waiting;

/**
 * What this process takes: services, Kafka's broker, the kubelet and the bench itself.
 *
 * @param heap      in use after a collection, in MB
 * @param resident  of the process, in MB
 * @param processor percent of one processor
 */
record Use(double heap, double resident, double processor) {

    private static final double MEGABYTE = 1 << 20;
    private static final double KILOBYTES_PER_MEGABYTE = 1024;
    private static final double PERCENT = 100;
    private static final int COLLECTIONS = 2;

    /** Over a time, during which nothing should happen. */
    static Use during(Duration time) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long nanos = System.nanoTime();
        long used = system.getProcessCpuTime();
        Waiting.pass(time);
        double processor = PERCENT * (system.getProcessCpuTime() - used)
                / (System.nanoTime() - nanos);
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return new Use(memory.getHeapMemoryUsage().getUsed() / MEGABYTE, residentMegabytes(),
                processor);
    }

    private static double residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status"))
                    .stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToDouble(Double::parseDouble)
                    .findFirst()
                    .orElseThrow() / KILOBYTES_PER_MEGABYTE;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the memory of this process", e);
        }
    }
}
