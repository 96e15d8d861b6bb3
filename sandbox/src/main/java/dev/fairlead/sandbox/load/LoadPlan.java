package dev.fairlead.sandbox.load;

import java.time.Duration;

import dev.fairlead.sandbox.mesh.MeshRequest;

/**
 * What load to make.
 *
 * @param perSecond requests, 1 to 20,000
 * @param lasting   after which it stops by itself, at most 6 h
 * @param answerIn  after which an unanswered request counts as lost, at most 60 s
 * @param inFlight  most requests at a time; what is due beyond them is skipped, not sent later;
 *                  1 to 20,000
 */
public record LoadPlan(MeshRequest request, int perSecond, Duration lasting, Duration answerIn,
        int inFlight) {

    private static final int MOST_PER_SECOND = 20_000;
    private static final int USUAL_IN_FLIGHT = 2_000;
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final Duration USUAL_ANSWER = Duration.ofSeconds(15);

    public LoadPlan {
        within("perSecond", perSecond, MOST_PER_SECOND);
        within("inFlight", inFlight, MOST_PER_SECOND);
        within("lasting in ms", lasting.toMillis(), LONGEST.toMillis());
        within("answerIn in ms", answerIn.toMillis(), LONGEST_ANSWER.toMillis());
    }

    /** GET / of the host, answers within 15 s. */
    public static LoadPlan steady(String host, int perSecond, Duration lasting) {
        return of(MeshRequest.get(host, "/"), perSecond, lasting);
    }

    public static LoadPlan of(MeshRequest request, int perSecond, Duration lasting) {
        return new LoadPlan(request, perSecond, lasting, USUAL_ANSWER, USUAL_IN_FLIGHT);
    }

    private static void within(String what, long value, long most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "Expected " + what + " between 1 and " + most + ", but got " + value);
        }
    }
}
