package dev.fairlead.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A short folder of this process for everything a world writes; those of processes that were killed are swept up. */
final class WorldFolder implements AutoCloseable {

    private static final String PREFIX = "fairlead-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

    private final Path path;

    private WorldFolder(Path path) {
        this.path = path;
    }

    static WorldFolder create() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            sweep(parent);
            return new WorldFolder(
                    Files.createTempDirectory(parent,
                            PREFIX + ProcessHandle.current().pid() + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder in " + parent, e);
        }
    }

    /** A new folder in it. */
    Path part(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder in " + path, e);
        }
    }

    Path path() {
        return path;
    }

    private static void sweep(Path parent) throws IOException {
        try (Stream<Path> found = Files.list(parent)) {
            found.filter(WorldFolder::isOrphan).forEach(WorldFolder::delete);
        }
    }

    private static boolean isOrphan(Path folder) {
        Matcher matcher = NAME.matcher(folder.getFileName().toString());
        return matcher.matches() && Files.isDirectory(folder) && Files.isWritable(folder)
                && ProcessHandle.of(Long.parseLong(matcher.group(1))).isEmpty();
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }

    @Override
    public void close() {
        delete(path);
    }
}
