/**
 * The processes, with the code that ships inside: what they touch is given to them from the models,
 * and every call that they make may go wrong. Decides nothing and checks nothing.
 */
@NullMarked
package dev.fairlead.sandbox.simulation.process;

import org.jspecify.annotations.NullMarked;
