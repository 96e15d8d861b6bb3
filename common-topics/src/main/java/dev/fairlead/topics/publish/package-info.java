/**
 * Puts words on topics as CloudEvents and checks every send. Decides nothing about what is said
 * or when.
 */
@NullMarked
package dev.fairlead.topics.publish;

import org.jspecify.annotations.NullMarked;
