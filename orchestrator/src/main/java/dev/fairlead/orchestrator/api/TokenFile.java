package dev.fairlead.orchestrator.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of those who may write: a line {@code <principal> <token> [role[@cluster/namespace] …]}
 * for each; without roles all is allowed. Read at each use, so that a token may be added or taken away at any time; never shown or logged.
 */
public final class TokenFile {

    /** Shorter ones can be guessed, in characters. */
    public static final int SHORTEST_TOKEN = 16;
    /** A longer file is not read, in bytes. */
    static final long LARGEST_FILE = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);
    private static final int RANDOM_BYTES = 32;

    private final String path;

    /**
     * @param path
     *            empty for none: then nobody is known
     */
    public TokenFile(String path) {
        this.path = path;
    }

    /** Whether there is one at all. */
    public boolean isSet() {
        return !path.isEmpty();
    }

    /** The owner of a token; empty when no line has it, or one that cannot be read. */
    public Optional<Person> person(String token) {
        if (!isSet() || token.length() < SHORTEST_TOKEN) {
            return Optional.empty();
        }
        try (Stream<String> lines = lines()) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\\s+")))
                    .filter(parts -> parts.size() > 1 && same(parts.get(1), token))
                    .map(TokenFile::owner)
                    .findFirst();
        } catch (IllegalArgumentException e) {
            LOG.warn("line of a token cannot be used file={} error=\"{}\"", path,
                    e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("file of tokens cannot be read file={} error=\"{}\"", path, e.toString());
            return Optional.empty();
        }
    }

    /**
     * Makes a file that is not there, readable by its owner alone, with one random token.
     *
     * @param principal
     *            whose token it is
     * @throws IOException
     *             when it cannot be made
     */
    public void makeFor(String principal) throws IOException {
        Path file = Path.of(path);
        if (Files.exists(file)) {
            return;
        }
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // whole or not at all: a reader must not meet half a file
        Path made = Files.createTempFile(folder, "token", "",
                PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------")));
        Files.writeString(made, principal.replaceAll("\\s+", "-") + " " + token + "\n");
        Files.move(made, file);
        LOG.info("token made file={} principal={}", file, principal);
    }

    private static Person owner(List<String> parts) {
        List<Grant> grants = parts.stream().skip(2).map(Grant::parse).toList();
        return new Person(parts.getFirst(), "token",
                grants.isEmpty() ? List.of(Grant.ALL) : grants);
    }

    private Stream<String> lines() throws IOException {
        Path file = Path.of(path);
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException("Expected at most " + LARGEST_FILE + " bytes, but it has "
                    + Files.size(file));
        }
        return Files.readString(file).lines();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(digest(one.strip()), digest(other));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected SHA-256 in every Java", e);
        }
    }
}
