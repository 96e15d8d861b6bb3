package dev.fairlead.standalone.stores;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of Postgres, unpacked from the class path into the data folder: temporary folders are
 * cleaned up under servers that run for weeks.
 */
final class PostgresBinaries {

    private static final String UNPACKED = "programs-";

    private static final int DIGITS = 12;

    private static final int EXECUTABLE = 0100;

    private PostgresBinaries() {}

    /** The folder with {@code bin}, unpacked now unless this very version is there. */
    static Path in(Path folder) throws IOException {
        String archive = archive();
        Path home = folder.resolve(UNPACKED + digest(archive));
        if (!Files.exists(home)) {
            Path unfinished = folder.resolve("unpacking");
            Folders.remove(unfinished);
            unpack(archive, unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        removeOthers(folder, home);
        return home;
    }

    private static String archive() {
        String machine = System.getProperty("os.arch", "");
        return switch (machine) {
            case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "/postgres-linux-arm_64.txz";
            default -> throw new IllegalStateException("Expected x86-64 or arm64 for the embedded "
                    + "Postgres, but this machine is " + machine
                    + "; name a database with --database");
        };
    }

    private static InputStream open(String archive) {
        InputStream found = PostgresBinaries.class.getResourceAsStream(archive);
        if (found == null) {
            throw new IllegalStateException("Expected " + archive + " on the class path");
        }
        return found;
    }

    private static String digest(String archive) throws IOException {
        try (var bytes = new DigestInputStream(open(archive),
                MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(bytes.getMessageDigest().digest())
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(String archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(open(archive))))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                unpack(entry, tar, folder);
                entry = tar.getNextEntry();
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder)
            throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("Expected a path below its folder, but got " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            if ((entry.getMode() & EXECUTABLE) != 0) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /** What an upgrade has left. */
    private static void removeOthers(Path folder, Path home) throws IOException {
        List<Path> others;
        try (Stream<Path> all = Files.list(folder)) {
            others = all.filter(each -> each.getFileName().toString().startsWith(UNPACKED))
                    .filter(each -> !each.equals(home))
                    .toList();
        }
        for (Path other : others) {
            Folders.remove(other);
        }
    }
}
