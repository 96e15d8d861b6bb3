package dev.fairlead.sandbox.bench.sheet;

/**
 * How the machine was during a time, each in percent.
 *
 * @param busy     of all processors, by anybody on this machine
 * @param stolen   of all processors, by other machines on the same hardware
 * @param pressure of the time, in which somebody waited for a processor; -1 where the system does not say
 * @param seconds  how long that time was
 */
public record MachineShare(double busy, double stolen, double pressure, double seconds) {}
