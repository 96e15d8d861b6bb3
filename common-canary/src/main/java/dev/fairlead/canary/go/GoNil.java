package dev.fairlead.canary.go;

/** Go's nil, where it is a value among others. */
public enum GoNil {
    NIL
}
