package dev.fairlead.judge;

import dev.fairlead.events.report.CheckEvidence.Verdict;

/**
 * What follows from an answer.
 *
 * @param halt
 *            the text of the event that tells why the rollout does not advance; empty when passed
 */
public record Judgement(Verdict verdict, String halt) {}
