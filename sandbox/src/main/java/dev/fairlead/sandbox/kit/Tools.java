package dev.fairlead.sandbox.kit;

import java.nio.file.Path;
import java.util.Map;

/** Where the binaries are, each an absolute path. */
public record Tools(Path etcd, Path apiServer, Path controllerManager, Path kubectl,
        Path prometheus,
        Path promtool) {

    static Tools of(Map<String, Path> found) {
        return new Tools(named(found, "etcd"), named(found, "kube-apiserver"),
                named(found, "kube-controller-manager"), named(found, "kubectl"),
                named(found, "prometheus"), named(found, "promtool"));
    }

    private static Path named(Map<String, Path> found, String name) {
        Path path = found.get(name);
        if (path == null) {
            throw new KitFailed(
                    "Expected the kit to name " + name + ", but it named " + found.keySet());
        }
        return path;
    }
}
