/** One HTTP exchange with a deadline and a limit of size, for all who call out of the house. Knows neither metrics nor hooks. */
@NullMarked
package dev.fairlead.analyzer.exchange;

import org.jspecify.annotations.NullMarked;
