/** From a check and an answer to evidence, and from a hook's answer to success or failure. Pure: asks nobody. */
@NullMarked
package dev.fairlead.analyzer.scoring;

import org.jspecify.annotations.NullMarked;
