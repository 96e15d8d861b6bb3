/** Google Chat by incoming webhook. Knows no other channel. */
@NullMarked
package dev.fairlead.notifier.channel.gchat;

import org.jspecify.annotations.NullMarked;
