package dev.fairlead.sandbox.bench.sheet;

/**
 * One side of a comparison.
 *
 * @param name whose side it is
 */
public record Side(String name, Spread spread) {}
