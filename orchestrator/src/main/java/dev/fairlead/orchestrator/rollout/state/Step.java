package dev.fairlead.orchestrator.rollout.state;

/** Where exactly a target stands; each names the one thing that is awaited. */
public enum Step {
    /** Nothing valid was ever said under this name, or its Canary is deleted. */
    UNREGISTERED(Stage.UNREGISTERED),
    /** The workload must show up. */
    AWAITING_WORKLOAD(Stage.INITIALIZING),
    /** The router makes Services and the primary. */
    PREPARING_PRIMARY(Stage.INITIALIZING),
    /** The primary's pods must get ready. */
    AWAITING_PRIMARY(Stage.INITIALIZING),
    /** The router moves the apex Service and the route to the primary. */
    PREPARING_TRAFFIC(Stage.INITIALIZING),
    /** Proxies must learn that the primary serves. */
    TAKEOVER_DRAIN(Stage.INITIALIZING),
    /** The router scales the target down for the first time. */
    STANDING_DOWN(Stage.INITIALIZING),
    /** A new revision is awaited. */
    IDLE(Stage.IDLE),
    /** The primary is broken by a failed promotion; the canary serves. */
    STRANDED(Stage.IDLE),
    /** People must agree before the revision is tried. */
    AWAITING_ROLLOUT_GATE(Stage.PROGRESSING),
    /** A newer revision came; the route goes back to the primary before it is tried. */
    RESTARTING(Stage.PROGRESSING),
    /** The router scales the target up. */
    SCALING_UP(Stage.PROGRESSING),
    /** The canary's pods must get ready. */
    AWAITING_CANARY(Stage.PROGRESSING),
    /** Pre-rollout hooks must answer. */
    PRE_ROLLOUT(Stage.PROGRESSING),
    /** A pre-rollout hook failed; it is called again after the interval. */
    PRE_ROLLOUT_REST(Stage.PROGRESSING),
    /** The router writes the next weight. */
    SHIFTING(Stage.PROGRESSING),
    /** Requests flow; the interval must pass. */
    RESTING(Stage.PROGRESSING),
    /** Rollout hooks must answer. */
    ROLLOUT_HOOKS(Stage.PROGRESSING),
    /** An analyzer must report its evidence. */
    ANALYSING(Stage.PROGRESSING),
    /** A person holds the rollout; measured again after the interval. */
    PAUSED(Stage.PROGRESSING),
    /** People must agree to the next weight; measured again after the interval. */
    AWAITING_TRAFFIC_GATE(Stage.PROGRESSING),
    /** People must agree to the promotion; measured again after the interval. */
    AWAITING_PROMOTION_GATE(Stage.PROGRESSING),
    /** The router copies the revision to the primary. */
    COPYING(Stage.PROMOTING),
    /** The primary's pods must get ready with the revision. */
    AWAITING_PROMOTED(Stage.PROMOTING),
    /** The router gives requests back to the primary. */
    ROUTING_BACK(Stage.PROMOTING),
    /** Part of the requests is back; the interval must pass. */
    ROUTING_REST(Stage.PROMOTING),
    /** The primary cannot get ready; the route goes to the canary. */
    ESCAPING(Stage.PROMOTING),
    /** Proxies must learn that the primary serves. */
    PROMOTION_DRAIN(Stage.DRAINING),
    /** The router scales the canary down after promotion. */
    SCALING_DOWN(Stage.DRAINING),
    /** The router gives requests back to the primary. */
    RETREATING(Stage.ROLLING_BACK),
    /** Proxies must learn that the primary serves. */
    ROLLBACK_DRAIN(Stage.ROLLING_BACK),
    /** The router scales the canary down after a rollback. */
    GIVING_UP(Stage.ROLLING_BACK),
    /** The Canary is being deleted; the router scales the target up to serve by itself. */
    REVIVING(Stage.TERMINATING),
    /** The target's pods must get ready. */
    AWAITING_REVIVED(Stage.TERMINATING),
    /** The router gives back what was adopted. */
    GIVING_BACK(Stage.TERMINATING),
    /** Proxies must learn that the target serves by itself. */
    REVERT_DRAIN(Stage.TERMINATING),
    /** The router lets the Canary go, or it is about to be gone. */
    LETTING_GO(Stage.TERMINATING);

    private final Stage stage;

    Step(Stage stage) {
        this.stage = stage;
    }

    public Stage stage() {
        return stage;
    }

    /** The name as people read and write it, such as {@code awaiting_canary}. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
