package dev.fairlead.events.order;

/** Something a worker is to do. */
public sealed interface Order permits ChangeOrder, RunAnalysis, CallHooks, SendNotice {

    /** Name, target and limits of the order. */
    OrderHead head();
}
