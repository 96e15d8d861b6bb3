package dev.fairlead.canary.template;

/** What a failure is about: something with an offset in the source, and how Go shows it. */
interface Place {

    int at();

    String source();
}
