package dev.fairlead.standalone.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.fairlead.standalone.engine.Engine;
import dev.fairlead.standalone.engine.Service;

/** The pages that probes and Prometheus ask for, at Flagger's addresses too. */
@RestController
public final class EnginePages {

    private static final MediaType METRICS = MediaType
            .parseMediaType("text/plain;version=0.0.4;charset=utf-8");

    private final Engine engine;

    private final Readiness readiness;

    public EnginePages(Engine engine, Readiness readiness) {
        this.engine = engine;
        this.readiness = readiness;
    }

    /** {@code OK} once every named cluster is watched, as Flagger answers; else what is waited for. */
    @GetMapping(value = "/healthz", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> healthz() {
        if (readiness.isReady()) {
            return ResponseEntity.ok("OK");
        }
        String waiting = readiness.waiting()
                .values()
                .stream()
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.joining("\n"));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .body("waiting for\n" + waiting);
    }

    /** The metrics of all services. */
    @GetMapping({"/metrics", "/actuator/prometheus"})
    ResponseEntity<String> metrics() {
        List<String> pages = new ArrayList<>();
        for (Service service : Service.values()) {
            engine.parts(service, PrometheusMeterRegistry.class)
                    .forEach(registry -> pages.add(registry.scrape()));
        }
        return ResponseEntity.ok().contentType(METRICS).body(MetricPages.joined(pages));
    }
}
