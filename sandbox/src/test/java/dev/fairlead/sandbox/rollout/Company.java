package dev.fairlead.sandbox.rollout;

import dev.fairlead.sandbox.scene.Scene;

/** What journeys that share a world and an engine are given. */
interface Company {

    /** The world, with traffic in it. Nobody stops a part of it. */
    Scene scene();

    /** Where people ask the engine for things. */
    Desk desk();

    /** The command line, told where the engine is. */
    Terminal terminal();

    /** A stage of one's own; closed when all journeys have ended. */
    Stage stage(String namespace);
}
