package dev.fairlead.judge;

import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.order.RunAnalysis.QueryNames;

/** What was asked, and for whom: all that the sentence about a failure needs. */
public record Question(MetricCheck check, QueryNames names) {}
