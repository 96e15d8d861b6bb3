/** What workers answer to orders. A report may be late or come twice; no decision is here. */
@NullMarked
package dev.fairlead.events.report;

import org.jspecify.annotations.NullMarked;
