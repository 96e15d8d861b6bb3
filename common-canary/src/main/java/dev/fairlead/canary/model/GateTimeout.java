package dev.fairlead.canary.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How long a gate may stay shut, and what happens then. */
public record GateTimeout(Duration after, Action action) {

    /** What happens to a gate that nobody opens. */
    public enum Action {
        /** People are reminded, the rollout keeps waiting, and the time starts again. */
        REMIND("remind"),
        /** The rollout is rolled back. */
        ROLLBACK("rollback");

        private final String text;

        Action(String text) {
            this.text = text;
        }

        /** The name in annotations. */
        public String text() {
            return text;
        }

        /** The action of this name. */
        public static Optional<Action> named(String name) {
            return Arrays.stream(values()).filter(action -> action.text.equals(name)).findFirst();
        }
    }
}
