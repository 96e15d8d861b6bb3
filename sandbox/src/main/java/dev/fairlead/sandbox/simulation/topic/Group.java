package dev.fairlead.sandbox.simulation.topic;

/** How far a group has come with a topic; outlives its members. */
public final class Group {

    private String topicId = "";
    private long committed;

    /** Where a new member begins. */
    public long next(Topic<?> topic) {
        boolean known = topicId.equals(topic.id()) && committed >= topic.first()
                && committed <= topic.end();
        if (!known) {
            topicId = topic.id();
            committed = topic.first();
        }
        return committed;
    }

    /** Everything before an offset is done. */
    public void commit(Topic<?> topic, long offset) {
        if (topicId.equals(topic.id())) {
            committed = offset;
        }
    }

    /** It begins again with the oldest record. */
    public void rewind(Topic<?> topic) {
        topicId = topic.id();
        committed = topic.first();
    }
}
