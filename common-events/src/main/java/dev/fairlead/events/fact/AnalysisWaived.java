package dev.fairlead.events.fact;

/**
 * A person promotes the revision without what is left of its analysis.
 *
 * @param reason
 *            the person's
 */
public record AnalysisWaived(FactHead head, String reason) implements ConsentFact {}
