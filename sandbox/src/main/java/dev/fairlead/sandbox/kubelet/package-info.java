/**
 * Runs each pod as an application inside this process, on a loopback address of its own; what the application does is
 * not its business, nor is anything about traffic.
 */
@NullMarked
package dev.fairlead.sandbox.kubelet;

import org.jspecify.annotations.NullMarked;
