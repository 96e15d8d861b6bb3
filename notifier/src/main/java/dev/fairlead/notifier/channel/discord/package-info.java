/** Discord by incoming webhook. Knows no other channel. */
@NullMarked
package dev.fairlead.notifier.channel.discord;

import org.jspecify.annotations.NullMarked;
