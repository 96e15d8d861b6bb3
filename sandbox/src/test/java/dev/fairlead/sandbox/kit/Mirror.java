package dev.fairlead.sandbox.kit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A download host on loopback with made-up releases. */
final class Mirror implements AutoCloseable {

    private final Path folder;
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    Mirror(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
            if (Files.isRegularFile(file)) {
                byte[] body = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    /** An archive with shell scripts in place of the binaries. */
    void archive(String path, String inner, String... tools) throws Exception {
        Path tree = Files.createTempDirectory(folder, "tree");
        Path bin = Files.createDirectories(tree.resolve(inner));
        for (String tool : tools) {
            Path script = Files.writeString(bin.resolve(tool), "#!/bin/sh\necho " + tool + "\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path file = prepared(path);
        int code = new ProcessBuilder("tar", "-czf", file.toString(), "-C", tree.toString(), ".")
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new AssertionError("Expected tar to end well, but its code was " + code);
        }
    }

    void sums(String path, String algorithm, String of) throws Exception {
        file(path, sum(algorithm, of) + "  " + Path.of(of).getFileName() + "\n");
    }

    void bareSum(String path, String algorithm, String of) throws Exception {
        file(path, sum(algorithm, of));
    }

    private String sum(String algorithm, String of) throws Exception {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance(algorithm)
                                .digest(Files.readAllBytes(folder.resolve(of))));
    }

    void file(String path, String content) throws IOException {
        Files.writeString(prepared(path), content);
    }

    void remove(String path) throws IOException {
        Files.delete(folder.resolve(path));
    }

    private Path prepared(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
