package dev.fairlead.orchestrator.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.proof.Checkpoint;
import dev.fairlead.events.proof.LogCheck.Verdict;
import dev.fairlead.events.proof.MerklePaths;
import dev.fairlead.events.proof.NoteKey;
import dev.fairlead.events.wire.bundle.BundleJson;
import dev.fairlead.events.wire.bundle.ProvenEvent;
import dev.fairlead.orchestrator.eventlog.CheckpointRows;
import dev.fairlead.orchestrator.eventlog.EventFilter;
import dev.fairlead.orchestrator.eventlog.LogAudit;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.eventlog.LogScan;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.Span;
import dev.fairlead.orchestrator.eventlog.StoredCheckpoint;
import dev.fairlead.orchestrator.eventlog.TreeNodes;

/** Whether the log is what was written, and proofs of it for those who do not trust us. */
@RestController
@RequestMapping("/api/v1/audit")
public class AuditApi {

    /** Own checkpoints that a check of the whole log is held against. */
    private static final int CHECKPOINTS = 1_000;
    /** Checkpoints that are listed at most. */
    private static final int LISTED = 1_000;
    private static final MediaType LINES =
            new MediaType("application", "x-ndjson", StandardCharsets.UTF_8);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LogAudit audit;
    private final Proofs proofs;
    private final Optional<NoteKey> key;
    private final Scans scans = new Scans();

    /**
     * @param key
     *            that checkpoints are signed with; empty when none are made
     */
    public AuditApi(LogAudit audit, Proofs proofs, Optional<NoteKey> key) {
        this.audit = audit;
        this.proofs = proofs;
        this.key = key;
    }

    /** What proofs are made of. */
    public record Proofs(CheckpointRows checkpoints, TreeNodes nodes, LogScan scan,
            LogReader log) {}

    /** The public key in {@code key}; keep it where the log's owner cannot change it. */
    @GetMapping("/key")
    Map<String, String> key() {
        return Map.of("key", signing().toString());
    }

    /** Signed notes, newest first. */
    @GetMapping("/checkpoints")
    Map<String, List<String>> checkpoints(@RequestParam Map<String, String> asked) {
        int limit = new Query(asked).allowing().limit(10);
        return Map.of("items", proofs.checkpoints()
                .newest(Math.min(limit, LISTED))
                .stream()
                .map(StoredCheckpoint::note)
                .toList());
    }

    /**
     * Reads the log and checks it: lines of JSON, {@code events} while it reads and {@code verdict}
     * at the end.
     *
     * @param asked
     *            {@code target} for one of them, else all; {@code checkpoints} as
     *            {@code size:root:seconds,…} from outside
     */
    @GetMapping("/verify")
    ResponseEntity<StreamingResponseBody> verify(@RequestParam Map<String, String> asked) {
        List<Checkpoint> outside = ClaimedCheckpoints.of(asked.getOrDefault("checkpoints", ""));
        Map<String, String> plain = new java.util.TreeMap<>(asked);
        plain.remove("checkpoints");
        String target = new Query(plain).allowing("target").text("target");
        Optional<TargetKey> one =
                target.isEmpty() ? Optional.empty() : Optional.of(EventsApi.key(target));
        return lines(scans.of(out -> {
            Verdict verdict = one.isPresent()
                    ? audit.of(one.get().stream())
                    : audit.all(all(outside), events -> line(out, Map.of("events", events)));
            line(out, AuditView.of(verdict));
        }));
    }

    private List<Checkpoint> all(List<Checkpoint> outside) {
        List<Checkpoint> all = new java.util.ArrayList<>(outside);
        proofs.checkpoints()
                .newest(CHECKPOINTS)
                .forEach(it -> all.add(it.checkpoint()));
        return all;
    }

    /** A bundle with one event and its way to the newest checkpoint; {@code event=stream@version}. */
    @GetMapping("/proof")
    ResponseEntity<StreamingResponseBody> prove(@RequestParam Map<String, String> asked) {
        String id = asked.getOrDefault("event", "");
        LoggedEvent event = event(id);
        StoredCheckpoint checkpoint = proofs.checkpoints()
                .covering(event.position())
                .orElseThrow(() -> new NotKnown("event", "no checkpoint covers position "
                        + event.position() + " yet; one is made within a minute"));
        return lines(out -> {
            write(out, BundleJson.head(checkpoint.note(), "event " + id));
            write(out, BundleJson.line(proven(event, checkpoint)));
            write(out, BundleJson.end(1));
        });
    }

    /**
     * A bundle of events that checkpoints cover; filters {@code cluster}, {@code namespace},
     * {@code target}.
     */
    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@RequestParam Map<String, String> asked) {
        EventFilter filter = EventsApi.filter(EventsApi.query(asked));
        StoredCheckpoint checkpoint = proofs.checkpoints()
                .newest(1)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotKnown("checkpoint",
                        "there is no checkpoint yet; one is made within a minute"));
        return lines(scans.of(out -> {
            write(out, BundleJson.head(checkpoint.note(), String.valueOf(asked)));
            long[] events = {0};
            Span span = new Span(0, checkpoint.checkpoint().size());
            proofs.scan().run(span, filter, event -> {
                write(out, BundleJson.line(proven(event, checkpoint)));
                events[0]++;
            });
            write(out, BundleJson.end(events[0]));
        }));
    }

    private LoggedEvent event(String id) {
        int at = id.lastIndexOf('@');
        if (at > 0 && id.substring(at + 1).matches("[0-9]{1,18}")) {
            return proofs.log()
                    .event(id.substring(0, at), Long.parseLong(id.substring(at + 1)))
                    .orElseThrow(() -> new NotKnown("event", "there is no event " + id));
        }
        throw new WrongField("event", "stream@version, such as target/eu-1/prod/shop@12",
                "\"" + id + "\"");
    }

    private ProvenEvent proven(LoggedEvent event, StoredCheckpoint checkpoint) {
        return new ProvenEvent(event.position(), event.event(), event.previous(), event.hash(),
                MerklePaths.inclusion(event.position() - 1, checkpoint.checkpoint().size(),
                        proofs.nodes()));
    }

    private NoteKey signing() {
        return key.orElseThrow(() -> new NotKnown("key",
                "this engine signs no checkpoints: fairlead.audit.key-file is not set"));
    }

    private static ResponseEntity<StreamingResponseBody> lines(StreamingResponseBody body) {
        return ResponseEntity.ok().contentType(LINES).body(body);
    }

    private static void line(OutputStream out, Object value) {
        write(out, JSON.writeValueAsString(value));
    }

    private static void write(OutputStream out, String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the caller has gone", e);
        }
    }
}
