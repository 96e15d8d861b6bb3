package dev.fairlead.sandbox.controlplane;

import java.nio.file.Path;
import java.util.List;

import dev.fairlead.sandbox.kit.Tools;

/**
 * What a control plane is started with.
 *
 * @param folder  an existing folder for its data, keys and logs, kept for a restart; at most
 *                {@value #LONGEST_FOLDER} characters, because unix sockets lie in it
 * @param port    port of the API server on loopback
 * @param schemas classpath names of YAML files with custom resource definitions, installed before the controllers start
 * @param audit   whether each request is written to {@code audit.log} in the folder
 * @param memory  in MiB; above it the API server collects garbage without pause, and is slow
 */
public record ControlPlanePlan(Path folder, Tools tools, int port, List<String> schemas,
        boolean audit, int memory) {

    /** Linux allows 107 characters for the name of a unix socket. */
    public static final int LONGEST_FOLDER = 96;

    public ControlPlanePlan {
        folder = folder.toAbsolutePath();
        schemas = List.copyOf(schemas);
        if (folder.toString().length() > LONGEST_FOLDER) {
            throw new IllegalArgumentException("folder: expected at most " + LONGEST_FOLDER
                    + " characters, because unix sockets lie in it, but got '" + folder + "'");
        }
    }
}
