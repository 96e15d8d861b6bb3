package dev.fairlead.orchestrator.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Tells the command line of the same user where the engine is. Readable by that user alone; a file
 * that another engine has written since is left alone at the end.
 */
final class Announcement
        implements
        ApplicationListener<WebServerInitializedEvent>,
        AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final AnnounceSettings settings;
    private final String address;
    private final String tokenFile;
    private volatile String written = "";

    /**
     * @param address
     *            the one that the port is bound to; empty for all of them
     * @param tokenFile
     *            holds the tokens that may write; empty: none. No token is written here
     */
    Announcement(AnnounceSettings settings, String address, String tokenFile) {
        this.settings = settings;
        this.address = address.isEmpty() || address.equals("0.0.0.0") ? "127.0.0.1" : address;
        this.tokenFile = tokenFile.isEmpty() ? "" : Path.of(tokenFile).toAbsolutePath().toString();
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent opened) {
        // The management port, where there is one, has a name.
        if (settings.file().isEmpty()
                || opened.getApplicationContext().getServerNamespace() != null) {
            return;
        }
        int port = Objects.requireNonNull(opened.getWebServer()).getPort();
        try {
            write(content(port));
        } catch (IOException e) {
            LOG.warn("command line is not told where the engine is file={} error=\"{}\"",
                    settings.file(), e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        Path file = Path.of(settings.file());
        if (!written.isEmpty() && Files.exists(file) && Files.readString(file).equals(written)) {
            Files.delete(file);
        }
    }

    private String content(int port) {
        return "# Where the fairlead command line finds the engine; removed when it ends.\nserver=http://"
                + address + ":" + port + "\ntoken-file=" + tokenFile + "\nstarted-by="
                + settings.by() + "\npid=" + ProcessHandle.current().pid() + "\n";
    }

    private void write(String content) throws IOException {
        Path file = Path.of(settings.file()).toAbsolutePath();
        Path folder = Objects.requireNonNull(file.getParent());
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rwx------")));
        }
        Path fresh = Files.createTempFile(folder, "engine", ".new");
        Files.writeString(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        written = content;
    }
}
