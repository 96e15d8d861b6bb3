/** What every channel does, where it leads to, and how addresses are read at use. No retries here. */
@NullMarked
package dev.fairlead.notifier.channel;

import org.jspecify.annotations.NullMarked;
