package dev.fairlead.standalone.engine;

import java.util.List;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** What each service is told at its start. */
public interface Arguments {

    /** Command line arguments, such as {@code --server.port=0}. */
    List<String> of(Service service);

    /** Adds to the application of a service what only this process has of it, before it is run. */
    default void extend(Service service, SpringApplicationBuilder application) {}
}
