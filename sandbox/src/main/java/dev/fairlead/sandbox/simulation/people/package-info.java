/**
 * People: they bring targets and releases, edit and delete, write where they should not, and press
 * buttons. Knows clusters and the inbox, and nothing of the engine.
 */
@NullMarked
package dev.fairlead.sandbox.simulation.people;

import org.jspecify.annotations.NullMarked;
