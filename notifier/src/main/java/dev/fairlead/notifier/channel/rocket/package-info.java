/** Rocket.Chat by incoming webhook. Knows no other channel. */
@NullMarked
package dev.fairlead.notifier.channel.rocket;

import org.jspecify.annotations.NullMarked;
