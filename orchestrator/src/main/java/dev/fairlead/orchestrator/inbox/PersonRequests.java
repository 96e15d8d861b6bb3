package dev.fairlead.orchestrator.inbox;

import java.util.concurrent.atomic.AtomicBoolean;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.eventlog.AskedCommand;
import dev.fairlead.orchestrator.loop.Requests;

/** Makes words of what people have handed in. */
public final class PersonRequests implements Requests {

    /** Take up a target that an error of the engine has stopped. */
    public static final String RETRY_TARGET = "RetryTarget";

    private final AtomicBoolean bell = new AtomicBoolean();

    /** Something was handed in at this instance. */
    public void ring() {
        bell.set(true);
    }

    @Override
    public boolean rang() {
        return bell.getAndSet(false);
    }

    @Override
    public Request read(AskedCommand asked) {
        try {
            TargetKey target = TargetKey.parse(asked.target());
            return switch (asked.type()) {
                case RETRY_TARGET -> new Request.Release(target);
                default -> new Request.Unreadable( // types are text by contract
                        "Expected " + RETRY_TARGET + ", but got \"" + asked.type() + "\"");
            };
        } catch (IllegalArgumentException e) {
            return new Request.Unreadable(String.valueOf(e.getMessage()));
        }
    }
}
