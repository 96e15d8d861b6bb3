package dev.fairlead.orchestrator.inbox;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

import tools.jackson.core.JacksonException;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.eventlog.AskedCommand;
import dev.fairlead.orchestrator.loop.Requests;
import dev.fairlead.orchestrator.rollout.Asked;
import dev.fairlead.orchestrator.rollout.Command.AbortRollout;
import dev.fairlead.orchestrator.rollout.Command.ApproveGate;
import dev.fairlead.orchestrator.rollout.Command.PauseRollout;
import dev.fairlead.orchestrator.rollout.Command.PromoteRollout;
import dev.fairlead.orchestrator.rollout.Command.RejectGate;
import dev.fairlead.orchestrator.rollout.Command.ResumeRollout;
import dev.fairlead.orchestrator.rollout.Command.RetryRollout;

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
            return CommandName.ofType(asked.type())
                    .map(name -> request(name, asked))
                    .orElseGet(() -> new Request.Unreadable("Expected one of "
                            + Arrays.stream(CommandName.values()).map(CommandName::type).toList()
                            + ", but got \"" + asked.type() + "\""));
        } catch (IllegalArgumentException | JacksonException e) {
            return new Request.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static Request request(CommandName name, AskedCommand handedIn) {
        TargetKey target = TargetKey.parse(handedIn.target());
        CommandBody body = CommandBody.of(handedIn.body());
        var asked = new Asked(handedIn.actor(), body.authentication(), body.address(),
                body.reason(), body.expectStep(), body.expectRollout());
        CommandAt command = at -> switch (name) {
            case PAUSE -> new PauseRollout(target, asked, at);
            case RESUME -> new ResumeRollout(target, asked, at);
            case PROMOTE -> new PromoteRollout(target, asked, at);
            case ABORT -> new AbortRollout(target, asked, at);
            case RETRY -> new RetryRollout(target, asked, at);
            case APPROVE -> new ApproveGate(target, body.gate(), asked, at);
            case REJECT -> new RejectGate(target, body.gate(), asked, at);
        };
        return name == CommandName.RETRY
                ? new Request.Release(target, command)
                : new Request.Decide(target, command);
    }
}
