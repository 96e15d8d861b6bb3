package dev.fairlead.topics;

import java.util.List;
import java.util.Optional;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Out of service while any of its parts waits, with what for. */
public final class WaitingHealth implements HealthIndicator {

    private final List<? extends Waits> parts;

    public WaitingHealth(List<? extends Waits> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public Health health() {
        List<String> waits = parts.stream()
                .map(Waits::waitingFor)
                .flatMap(Optional::stream)
                .toList();
        return waits.isEmpty()
                ? Health.up().build()
                : Health.outOfService().withDetail("waiting", waits).build();
    }
}
