/**
 * The application that runs in every pod of the sandbox: an HTTP server that behaves as its image
 * tag and environment ask. It knows no cluster, no mesh and no rollout.
 */
@NullMarked
package dev.fairlead.sandbox.demoapp;

import org.jspecify.annotations.NullMarked;
