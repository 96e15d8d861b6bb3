package dev.fairlead.orchestrator.loop;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.eventlog.AskedCommand;
import dev.fairlead.orchestrator.loop.Requests.CommandAt;
import dev.fairlead.orchestrator.rollout.Command.ElapseTimer;
import dev.fairlead.orchestrator.rollout.Command.RecordObservation;
import dev.fairlead.orchestrator.rollout.Command.RecordReport;

/** Something for the rules to decide. */
sealed interface Input {

    TargetKey target();

    /** The command, but for its time. */
    CommandAt command();

    /** Names what led to it. */
    String cause();

    record FromTopic(TargetKey target, CommandAt command, String cause,
            Heard.Letter letter) implements Input {}

    record FromTimer(Timers.Elapsed elapsed) implements Input {

        @Override
        public TargetKey target() {
            return elapsed.target();
        }

        @Override
        public CommandAt command() {
            return now -> new ElapseTimer(elapsed.target(), elapsed.deadline().kind(),
                    elapsed.deadline().due(), now);
        }

        @Override
        public String cause() {
            return "timer/" + elapsed.deadline().kind() + "@" + elapsed.deadline().due();
        }
    }

    record FromPerson(TargetKey target, CommandAt command, AskedCommand asked) implements Input {

        @Override
        public String cause() {
            return "command/" + asked.id();
        }
    }

    static Input of(Heard.Observed heard) {
        return new FromTopic(heard.observation().target(),
                now -> new RecordObservation(heard.observation(), now), heard.id(),
                heard.letter());
    }

    static Input of(Heard.Reported heard) {
        return new FromTopic(heard.report().order().target(),
                now -> new RecordReport(heard.report(), now), heard.id(), heard.letter());
    }
}
