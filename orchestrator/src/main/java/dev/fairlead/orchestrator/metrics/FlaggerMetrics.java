package dev.fairlead.orchestrator.metrics;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.TargetHead;
import dev.fairlead.orchestrator.rollout.state.Step;

/**
 * Flagger's metrics, so that dashboards and alert rules go on. Each scrape reads what the log has
 * gained since the one before; while the database is away the last values are shown. Counters
 * count from the start of the process. A series ends with its Canary.
 */
public final class FlaggerMetrics implements MultiCollector {

    /** Rows read at a time. */
    private static final int PAGE = 500;
    /** Pages that one scrape reads; what is left waits for the next. */
    private static final int PAGES_AT_MOST = 40;

    private static final Logger LOG = LoggerFactory.getLogger(FlaggerMetrics.class);

    private final LogReader log;
    private final Exposition exposition;
    private final Map<String, Series> series = new TreeMap<>();
    private long position = -1;
    private boolean away;

    /**
     * @param log
     *            of the fleet
     * @param exposition
     *            how it is written
     */
    public FlaggerMetrics(LogReader log, Exposition exposition) {
        this.log = log;
        this.exposition = exposition;
    }

    @Override
    public synchronized MetricSnapshots collect() {
        try {
            catchUp();
            away = false;
        } catch (DataAccessException e) {
            if (!away) {
                LOG.warn("metrics show the last known state error=\"{}\"", e.getMessage());
            }
            away = true;
        }
        return exposition.of(series.values());
    }

    private void catchUp() {
        if (position < 0) {
            begin();
        }
        for (int i = 0; i < PAGES_AT_MOST; i++) {
            List<LoggedEvent> page = log.after(position, PAGE);
            if (page.isEmpty()) {
                return;
            }
            take(page);
        }
    }

    /** What happens while the heads are read is read again, as events. */
    private void begin() {
        long now = log.position();
        String last = "";
        boolean more = true;
        while (more) {
            var rows = log.heads(last, PAGE);
            rows.forEach(row -> stands(log.read(row)));
            more = rows.size() == PAGE;
            last = more ? rows.getLast().mark().stream() : last;
        }
        position = now;
    }

    private void take(List<LoggedEvent> page) {
        Set<String> changed = new HashSet<>();
        page.stream()
                .filter(event -> event.event().stream().startsWith("target/"))
                .forEach(event -> changed.add(event.event().stream()));
        log.heads(changed).forEach(this::stands);
        page.forEach(this::happened);
        position = page.getLast().position();
    }

    private void stands(TargetHead head) {
        String stream = head.mark().stream();
        if (head.state().step() == Step.UNREGISTERED) {
            series.remove(stream);
        } else {
            series.computeIfAbsent(stream, _ -> new Series(head.state().target()))
                    .stands(head.state());
        }
    }

    private void happened(LoggedEvent event) {
        Series one = series.get(event.event().stream());
        if (one != null) {
            one.happened(log.fact(event), log.command(event));
        }
    }
}
