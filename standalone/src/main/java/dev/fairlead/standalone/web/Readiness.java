package dev.fairlead.standalone.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import dev.fairlead.standalone.engine.Engine;
import dev.fairlead.standalone.engine.Service;
import dev.fairlead.topics.WaitingHealth;

/**
 * Whether the engine has got ready: once every named cluster is watched and every service works. A
 * cluster that is lost afterwards does not take that back, for the others are served, and people must
 * reach the API to abort; what is waited for is shown all the same.
 */
public final class Readiness implements HealthIndicator {

    private final Engine engine;

    private volatile boolean ready;

    public Readiness(Engine engine) {
        this.engine = engine;
    }

    /** Whether nothing had to be waited for at least once. */
    public boolean isReady() {
        return ready || waiting().isEmpty();
    }

    /** What each service waits for just now; services that wait for nothing are left out. */
    public Map<Service, List<String>> waiting() {
        Map<Service, List<String>> waiting = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            List<String> reasons = reasons(service);
            if (!reasons.isEmpty()) {
                waiting.put(service, reasons);
            }
        }
        ready = ready || waiting.isEmpty();
        return waiting;
    }

    @Override
    public Health health() {
        Map<Service, List<String>> waiting = waiting();
        Health.Builder health = ready ? Health.up() : Health.outOfService();
        waiting.forEach((service, reasons) -> health.withDetail(name(service), reasons));
        return health.build();
    }

    private List<String> reasons(Service service) {
        List<WaitingHealth> parts = engine.parts(service, WaitingHealth.class);
        if (parts.isEmpty()) {
            return List.of("its own start");
        }
        List<String> reasons = new ArrayList<>();
        for (WaitingHealth part : parts) {
            if (part.health().getDetails().get("waiting") instanceof List<?> waits) {
                waits.forEach(each -> reasons.add(String.valueOf(each)));
            }
        }
        return reasons;
    }

    private static String name(Service service) {
        return service.name().toLowerCase(Locale.ROOT);
    }
}
