/** Slack by incoming webhook or bot token. Knows no other channel. */
@NullMarked
package dev.fairlead.notifier.channel.slack;

import org.jspecify.annotations.NullMarked;
