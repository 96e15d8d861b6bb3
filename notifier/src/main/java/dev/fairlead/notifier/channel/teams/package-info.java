/** Microsoft Teams by Workflows or the older connectors. Knows no other channel. */
@NullMarked
package dev.fairlead.notifier.channel.teams;

import org.jspecify.annotations.NullMarked;
