package dev.fairlead.canary.reading;

import java.time.Duration;
import java.util.Optional;

import dev.fairlead.canary.go.GoDuration;
import dev.fairlead.canary.model.Absence;
import dev.fairlead.canary.model.Drain;
import dev.fairlead.canary.model.GateTimeout;
import dev.fairlead.canary.model.Wishes;

/** Reads the {@code fairlead.dev/} annotations of a Canary. */
final class WishesReader {

    private static final String DRAIN = "fairlead.dev/drain";
    private static final String GATE_TIMEOUT = "fairlead.dev/gate-timeout";
    private static final String ON_NO_DATA = "fairlead.dev/on-no-data";
    private static final String ON_SOURCE_ERROR = "fairlead.dev/on-source-error";
    private static final String GATE_FORM =
            "a duration above zero and remind or rollback, such as 2h,rollback";

    private WishesReader() {}

    static Wishes read(Field annotations) {
        return new Wishes(drain(annotations.atKey(DRAIN)),
                gateTimeout(annotations.atKey(GATE_TIMEOUT)),
                absence(annotations.atKey(ON_NO_DATA), Defaults.ON_NO_DATA),
                absence(annotations.atKey(ON_SOURCE_ERROR), Defaults.ON_SOURCE_ERROR));
    }

    private static Drain drain(Field field) {
        Drain usual = new Drain(Defaults.DRAIN_AFTER_PROMOTION, Defaults.DRAIN_AFTER_ROLLBACK);
        if (!field.given()) {
            return usual;
        }
        Optional<Duration> wanted = duration(field.text());
        if (wanted.isEmpty() || wanted.get().compareTo(Defaults.LONGEST_DRAIN) > 0) {
            field.unexpected(
                    "a Go duration from 0s to " + GoDuration.format(Defaults.LONGEST_DRAIN));
            return usual;
        }
        return new Drain(wanted.get(), wanted.get());
    }

    private static GateTimeout gateTimeout(Field field) {
        if (!field.given()) {
            return Defaults.GATE_TIMEOUT;
        }
        String[] parts = field.text().split(",", 2);
        Optional<Duration> after = duration(parts[0].strip()).filter(Duration::isPositive);
        Optional<GateTimeout.Action> action = parts.length == 1
                ? Optional.of(Defaults.GATE_TIMEOUT.action())
                : GateTimeout.Action.named(parts[1].strip());
        if (after.isEmpty() || action.isEmpty()) {
            field.unexpected(GATE_FORM);
            return Defaults.GATE_TIMEOUT;
        }
        return new GateTimeout(after.get(), action.get());
    }

    private static Absence absence(Field field, Absence usual) {
        return field.given() ? field.choice(Absence::named, "failed, hold", usual) : usual;
    }

    private static Optional<Duration> duration(String text) {
        return Optional.of(text)
                .filter(GoDuration::isParsable)
                .map(GoDuration::parse)
                .filter(duration -> !duration.isNegative());
    }
}
