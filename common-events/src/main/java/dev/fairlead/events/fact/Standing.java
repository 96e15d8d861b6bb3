package dev.fairlead.events.fact;

import java.time.Instant;
import java.util.List;

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.Fence;
import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.Life;
import dev.fairlead.events.Readiness;
import dev.fairlead.events.Revision;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.Side;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.Problem;

/**
 * All that outlives a rollout. Folding may start at a fact that carries it.
 *
 * @param life
 *            the Canary's UID
 * @param rollouts
 *            how many there have been in all lives
 * @param contract
 *            what the Canary says
 * @param revisions
 *            what is promoted, tried and wanted
 * @param primary
 *            the last readiness that led to a fact
 * @param canary
 *            the last readiness that led to a fact
 * @param route
 *            what the route was told
 * @param shown
 *            what the Canary's status tells
 * @param blueprint
 *            what the primary is made from when it is lost; {@link Blueprint#NONE} before it is
 *            known
 * @param cookied
 *            the newest rollout whose canary users were kept at by a cookie, {@link RolloutId#NONE}
 *            before the first
 */
public record Standing(Life life, long rollouts, Contract contract, Revisions revisions,
        Condition primary, Condition canary, Route route, Shown shown, Blueprint blueprint,
        RolloutId cookied) {

    /** The marks of one side. */
    public Condition side(Side side) {
        return switch (side) {
            case PRIMARY -> primary;
            case CANARY -> canary;
        };
    }

    /**
     * What the Canary says.
     *
     * @param generation
     *            of the newest resource heard of
     * @param definition
     *            the last valid one
     * @param problems
     *            of the newest one, empty when it is valid
     * @param next
     *            takes the place of the definition when the rollout has ended;
     *            {@link Definition#NONE} when there is none
     */
    public record Contract(long generation, Definition definition, List<Problem> problems,
            Definition next) {

        public Contract {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The target's revisions.
     *
     * @param promoted
     *            what the primary carries
     * @param applied
     *            the newest that was taken up
     * @param wanted
     *            what the target asks for
     */
    public record Revisions(Revision promoted, Revision applied, Revision wanted) {}

    /**
     * A workload's readiness.
     *
     * @param fingerprint
     *            of the template that it runs
     */
    public record Condition(Fingerprint fingerprint, Readiness readiness) {

        public static final Condition UNKNOWN = new Condition(Fingerprint.NONE, Readiness.UNKNOWN);

        /** Whether it is ready with just this template. */
        public boolean isReadyWith(Fingerprint wanted) {
            return readiness.isReady() && fingerprint.equals(wanted);
        }
    }

    /**
     * What the route was told.
     *
     * @param canary
     *            the share last ordered
     * @param confirmed
     *            whether it is known to stand
     * @param version
     *            the stream version of the fact that ordered it, 0 before the first
     * @param mirrored
     *            whether requests are to be copied to the canary
     */
    public record Route(Weight canary, boolean confirmed, long version, boolean mirrored) {

        /** Without copies of requests. */
        public Route(Weight canary, boolean confirmed, long version) {
            this(canary, confirmed, version, false);
        }

        /** Whether a fence is that of the last order or a later one. */
        public boolean isShownBy(Fence fence) {
            return fence.version() >= version;
        }
    }

    /**
     * What the Canary's status tells.
     *
     * @param phase
     *            one of Flagger's phases; empty before the first
     * @param since
     *            when the condition Promoted last changed its status
     * @param changed
     *            when anything last changed
     * @param failedChecks
     *            of the current or last rollout
     * @param weight
     *            percent
     * @param trouble
     *            the newest warning that still holds; empty when there is none
     */
    public record Shown(String phase, Instant since, Instant changed, int failedChecks,
            Weight weight, String trouble) {}
}
