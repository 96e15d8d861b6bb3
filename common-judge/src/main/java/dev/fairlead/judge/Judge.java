package dev.fairlead.judge;

import dev.fairlead.events.definition.Policies;

/**
 * One version of the rules that turn answers into verdicts. A released version never changes: what it once judged must
 * come out the same for as long as there are logs.
 */
public interface Judge {

    /** From 1. */
    int version();

    /** Pure: the same input gives the same judgement for ever. */
    Judgement judge(Question question, Answer answer, Policies policies);
}
