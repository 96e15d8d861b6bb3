/** Go's text/template, as far as queries of metric checks can use it; knows neither metrics nor Canaries. */
@NullMarked
package dev.fairlead.canary.template;

import org.jspecify.annotations.NullMarked;
