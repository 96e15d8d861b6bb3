package dev.fairlead.events.fact;

/**
 * A person asked for what cannot be done.
 *
 * @param request
 *            the command's name
 * @param code
 *            the reason's name
 * @param reason
 *            the sentence that the person was told
 */
public record RequestRefused(FactHead head, String request, String code,
        String reason) implements ConsentFact {}
