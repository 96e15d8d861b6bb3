package dev.fairlead.standalone.flags;

/** The command line cannot be used; the message says which flag, what was expected and what came. */
public final class WrongFlag extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongFlag(String message) {
        super(message);
    }
}
