package dev.fairlead.standalone.engine;

import java.util.List;

/** What each service is told at its start. */
public interface Arguments {

    /** Command line arguments, such as {@code --server.port=0}. */
    List<String> of(Service service);
}
