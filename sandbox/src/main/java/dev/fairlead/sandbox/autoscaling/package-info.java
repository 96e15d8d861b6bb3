/**
 * What makes autoscalers act: measures of pods for the control plane's own, and a stand-in for KEDA's operator. It knows no
 * rollout.
 */
@NullMarked
package dev.fairlead.sandbox.autoscaling;

import org.jspecify.annotations.NullMarked;
