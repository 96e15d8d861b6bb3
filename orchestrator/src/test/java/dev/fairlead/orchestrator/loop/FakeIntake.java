package dev.fairlead.orchestrator.loop;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import dev.fairlead.events.observation.Observation;
import dev.fairlead.orchestrator.eventlog.ReadOffset;

/** Topics in memory: each poll gives all that was said, from where reading was begun. */
public final class FakeIntake implements Intake {

    private final FakeClock clock;
    private final List<Heard> topic = new ArrayList<>();
    private final Deque<List<ReadOffset>> opened = new ArrayDeque<>();
    private final Map<String, End> ends = new HashMap<>();
    private boolean endsFail;
    private int questions;
    private int next;
    private Set<String> gaps = Set.of();

    public FakeIntake(FakeClock clock) {
        this.clock = clock;
    }

    public void say(Observation observation) {
        Heard.Letter letter = letter("observations", topic.size());
        topic.add(new Heard.Observed(letter, "id-" + topic.size(), observation));
    }

    public void sayNonsense(String reason) {
        topic.add(new Heard.Strange(letter("observations", topic.size()), reason));
    }

    public void lose(String cluster) {
        gaps = Set.of(cluster);
    }

    public void end(String topicName, boolean observations, long offset) {
        endsFail = false;
        ends.put(topicName, new End(topicName, 0, observations, offset));
    }

    public void failEnds() {
        endsFail = true;
    }

    public int questions() {
        return questions;
    }

    /** What the loop said was read, at each open. */
    public Deque<List<ReadOffset>> opened() {
        return opened;
    }

    @Override
    public String prepare() {
        return "";
    }

    @Override
    public void open(List<ReadOffset> stored) {
        opened.add(stored);
        next = stored.isEmpty() ? 0 : (int) stored.getFirst().next();
    }

    @Override
    public List<Heard> poll(Duration atMost) {
        List<Heard> heard = List.copyOf(topic.subList(next, topic.size()));
        if (heard.isEmpty()) {
            clock.pass(atMost);
        }
        next = topic.size();
        return heard;
    }

    @Override
    public List<ReadOffset> positions() {
        return List.of(new ReadOffset("observations", "id", 0, next));
    }

    @Override
    public void stored(List<ReadOffset> positions) {
        // There are no lag tools here.
    }

    @Override
    public Set<String> gaps() {
        Set<String> found = gaps;
        gaps = Set.of();
        return found;
    }

    @Override
    public CompletableFuture<List<End>> ends(String cluster) {
        questions++;
        return endsFail
                ? CompletableFuture.failedFuture(new IllegalStateException("no broker"))
                : CompletableFuture.completedFuture(List.copyOf(ends.values()));
    }

    @Override
    public void wake() {
        // Nothing waits here.
    }

    @Override
    public void close() {
        next = topic.size();
    }

    public static Heard.Letter letter(String topic, long offset) {
        return new Heard.Letter(topic, 0, offset, "key", Map.of("h", "v"), new byte[]{1, 2});
    }
}
