package dev.fairlead.notifier.channel;

import java.time.Duration;

/** What became of one attempt to deliver. Reasons hold no secrets. */
public sealed interface Delivery {

    /** The service has taken it. */
    record Taken() implements Delivery {}

    /** The service will not take it however often it is tried. */
    record Refused(String reason) implements Delivery {}

    /**
     * It may be taken another time.
     *
     * @param notBefore
     *            what the service asked to wait; zero when it asked for nothing
     */
    record Busy(String reason, Duration notBefore) implements Delivery {}

    /** The same, with everything secret of the place taken out of its reason. */
    default Delivery without(Place place) {
        return switch (this) {
            case Taken taken -> taken;
            case Refused(String reason) -> new Refused(place.without(reason));
            case Busy(String reason, Duration notBefore) ->
                    new Busy(place.without(reason), notBefore);
        };
    }
}
