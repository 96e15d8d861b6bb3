package dev.fairlead.orchestrator.boot;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.fairlead.events.proof.NoteSigner;
import dev.fairlead.orchestrator.notary.CheckpointOutlet;
import dev.fairlead.orchestrator.notary.FileOutlet;
import dev.fairlead.orchestrator.notary.HttpOutlet;

/**
 * Signed checkpoints of the log.
 *
 * @param keyFile
 *            an Ed25519 private key in PEM (PKCS #8); empty: no checkpoints
 * @param makeKey
 *            whether a key that is not there is made
 * @param logName
 *            names the log in its checkpoints; no blanks, no {@code +}
 * @param checkpointFile
 *            checkpoints are appended to it; empty for none
 * @param checkpointUrl
 *            checkpoints are posted to it; empty for none
 * @param checkpointEvery
 *            how often one is made while there are new events, 1 s to 1 h; also made after 1,000
 *            events
 */
@ConfigurationProperties("fairlead.audit")
public record AuditSettings(@DefaultValue("") String keyFile,
        @DefaultValue("false") boolean makeKey,
        @DefaultValue("fairlead") String logName, @DefaultValue("") String checkpointFile,
        @DefaultValue("") String checkpointUrl, @DefaultValue("1m") Duration checkpointEvery) {

    public AuditSettings {
        if (checkpointEvery.compareTo(Duration.ofSeconds(1)) < 0
                || checkpointEvery.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "Expected fairlead.audit.checkpoint-every from 1s to 1h, but got "
                            + checkpointEvery);
        }
    }

    /** Empty when there is no key. */
    Optional<NoteSigner> signer() throws IOException {
        if (keyFile.isBlank()) {
            return Optional.empty();
        }
        Path file = Path.of(keyFile);
        try {
            return Optional.of(read(file));
        } catch (NoSuchFileException e) {
            if (!makeKey) {
                throw new IllegalArgumentException("Expected fairlead.audit.key-file as a file"
                        + " with an Ed25519 private key, but there is no " + file, e);
            }
        }
        make(file);
        return Optional.of(read(file));
    }

    /** Whole or not at all, and once: several instances may start at the same moment. */
    private static void make(Path file) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "audit", ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, NoteSigner.newPem(), StandardOpenOption.TRUNCATE_EXISTING);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException _) {
            // another instance was first; its key counts
        } finally {
            Files.delete(fresh);
        }
    }

    private NoteSigner read(Path file) throws IOException {
        try {
            return NoteSigner.of(logName, Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "fairlead.audit.key-file " + file + ": " + e.getMessage(), e);
        }
    }

    /** Those that the settings name. */
    List<CheckpointOutlet> outlets() {
        List<CheckpointOutlet> outlets = new ArrayList<>();
        if (!checkpointFile.isBlank()) {
            outlets.add(new FileOutlet(Path.of(checkpointFile)));
        }
        if (!checkpointUrl.isBlank()) {
            outlets.add(new HttpOutlet(address()));
        }
        return outlets;
    }

    private URI address() {
        URI address = URI.create(checkpointUrl.strip());
        if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException(
                    "Expected fairlead.audit.checkpoint-url as http://… or https://…, but got scheme "
                            + address.getScheme());
        }
        return address;
    }

    /** Without the address, which may hold a secret. */
    @Override
    public String toString() {
        return logName + ", key in " + keyFile;
    }
}
