package dev.fairlead.topics;

import java.util.Optional;

/** A part that may have to wait for something outside, and says for what. */
public interface Waits {

    /** One sentence on what is awaited, such as an address that does not answer. */
    Optional<String> waitingFor();
}
