package dev.fairlead.sandbox.simulation.fate;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that does one thing at a time. While it is at one, its next ones wait; what a dead one
 * still had to do is never done.
 */
public final class Actor {

    private final String name;
    private final Life life;
    private final List<Scheduler.Event> waiting = new ArrayList<>();
    private boolean busy;

    /**
     * @param life
     *            the process that it is a part of
     */
    public Actor(String name, Life life) {
        this.name = name;
        this.life = life;
    }

    public Life life() {
        return life;
    }

    boolean isBusy() {
        return busy;
    }

    void busy(boolean now) {
        busy = now;
    }

    List<Scheduler.Event> waiting() {
        return waiting;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Whether a process lives. */
    public static final class Life {

        /** Of the world itself. */
        public static final Life ETERNAL = new Life();

        private Runnable last = () -> {};
        private boolean over;

        /** Done once, when it ends. */
        public void whenOver(Runnable what) {
            last = what;
        }

        /** Ends it; whatever it is in the middle of ends at its next call. */
        public void end() {
            if (!over && this != ETERNAL) {
                over = true;
                last.run();
            }
        }

        public boolean isOver() {
            return over;
        }

        /**
         * @throws ProcessDied
         *             when it is over
         */
        public void check() {
            if (over) {
                throw new ProcessDied();
            }
        }
    }
}
