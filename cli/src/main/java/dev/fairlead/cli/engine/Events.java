package dev.fairlead.cli.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events of a target: those that are there, and those that come. */
public final class Events {

    /** Events asked for at a time. */
    private static final int PAGE = 500;
    /** Events of one rollout that are shown at most. */
    private static final int MOST = 20_000;
    /** Between two tries to connect, and between two questions where nothing is streamed. */
    private static final Duration AGAIN = Duration.ofSeconds(1);
    /** So often in a row nobody may answer before it is given up. */
    private static final int TRIES = 30;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EngineClient engine;
    private final String target;

    public Events(EngineClient engine, String target) {
        this.engine = engine;
        this.target = target;
    }

    /** The newest ones, in order. */
    public List<JsonNode> last(int count) {
        return page(Map.of("before", Long.toString(Long.MAX_VALUE), "limit",
                Integer.toString(count)));
    }

    /** All of a rollout, in order. */
    public List<JsonNode> ofRollout(String rollout) {
        return from(0, rollout);
    }

    /**
     * Hands over what comes after a position until it is no longer wanted. A cut line is taken up
     * where it was cut; where nothing is streamed it asks once a second.
     *
     * @param wanted
     *            takes an event; false: no more
     */
    public void follow(long after, Predicate<JsonNode> wanted) {
        long seen = after;
        int failed = 0;
        boolean streamed = true;
        while (seen >= 0) {
            long before = seen;
            try {
                seen = streamed ? streamed(seen, wanted) : asked(seen, wanted);
                failed = 0;
            } catch (Refusal e) {
                if (!streamed || e.status() == 404) {
                    throw e;
                }
                streamed = e.status() == 503;
            } catch (Trouble e) {
                failed++;
                if (failed > TRIES || e.exitCode() != Trouble.UNREACHABLE) {
                    throw e;
                }
            }
            if (seen == before) {
                LockSupport.parkNanos(AGAIN.toNanos());
            }
        }
    }

    private long asked(long after, Predicate<JsonNode> wanted) {
        long seen = after;
        for (JsonNode event : from(after, "")) {
            if (!wanted.test(event)) {
                return -1;
            }
            seen = event.path("position").asLong();
        }
        return seen;
    }

    /** The last position that was got before the line was cut; -1 when no more is wanted. */
    private long streamed(long after, Predicate<JsonNode> wanted) {
        long seen = after;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                engine.stream("/api/v1/events" + Targets.query(Map.of("target", target)), after),
                StandardCharsets.UTF_8))) {
            JsonNode event = next(lines);
            while (!event.isMissingNode()) {
                if (!wanted.test(event)) {
                    return -1;
                }
                seen = event.path("position").asLong();
                event = next(lines);
            }
        } catch (IOException _) {
            // taken up again behind what was seen
        }
        return seen;
    }

    /** The next event; missing at the end of the stream. */
    private static JsonNode next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = lines.readLine();
        }
        return line == null ? JSON.missingNode() : JSON.readTree(line.substring("data:".length()));
    }

    private List<JsonNode> from(long after, String rollout) {
        List<JsonNode> all = new ArrayList<>();
        String next = Long.toString(after);
        do {
            JsonNode page = engine.get(path(Map.of("after", next, "limit", Integer.toString(PAGE),
                    "rollout", rollout)));
            page.path("items").forEach(all::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty() && all.size() < MOST);
        return all;
    }

    private List<JsonNode> page(Map<String, String> query) {
        return engine.get(path(query)).path("items").valueStream().toList();
    }

    private String path(Map<String, String> query) {
        return "/api/v1/targets/" + target + "/events" + Targets.query(new TreeMap<>(query));
    }
}
