package dev.fairlead.topics.listen;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Keeps which records are done, so that the lowest unfinished one of each partition is committed
 * and nothing after it. Thread-safe.
 */
final class OffsetLedger {

    private final Map<TopicPartition, Page> pages = new HashMap<>();
    private int open;

    synchronized void taken(TopicPartition partition, long offset) {
        Page page = pages.computeIfAbsent(partition, key -> new Page());
        if (page.unfinished.add(offset)) {
            open++;
        }
        page.next = Math.max(page.next, offset + 1);
    }

    synchronized void done(TopicPartition partition, long offset) {
        Page page = pages.get(partition);
        if (page != null && page.unfinished.remove(offset)) {
            open--;
        }
    }

    /** Records taken and not done. */
    synchronized int open() {
        return open;
    }

    /** What may be committed and is not yet. */
    synchronized Map<TopicPartition, OffsetAndMetadata> committable() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        pages.forEach((partition, page) -> {
            if (page.lowest() > page.committed) {
                offsets.put(partition, new OffsetAndMetadata(page.lowest()));
            }
        });
        return offsets;
    }

    synchronized void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> {
            Page page = pages.get(partition);
            if (page != null) {
                page.committed = Math.max(page.committed, offset.offset());
            }
        });
    }

    /** The partitions belong to another member now. */
    synchronized void forget(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Page page = pages.remove(partition);
            open -= page == null ? 0 : page.unfinished.size();
        }
    }

    private static final class Page {
        private final TreeSet<Long> unfinished = new TreeSet<>();
        private long next;
        private long committed;

        private long lowest() {
            return unfinished.isEmpty() ? next : unfinished.first();
        }
    }
}
