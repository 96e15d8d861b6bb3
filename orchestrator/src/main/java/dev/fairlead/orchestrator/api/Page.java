package dev.fairlead.orchestrator.api;

import java.util.List;

/**
 * Part of a list.
 *
 * @param items
 *            in order
 * @param next
 *            to be given as {@code after} for the next part; empty when this is the last
 */
public record Page<T>(List<T> items, String next) {

    /** The longest page. */
    static final int LONGEST = 1_000;
}
