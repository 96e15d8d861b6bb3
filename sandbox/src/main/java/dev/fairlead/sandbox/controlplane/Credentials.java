package dev.fairlead.sandbox.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The administrator's token and the kubeconfig files made of it. */
final class Credentials {

    static final String TOKENS = "tokens.csv";
    static final String ADMIN = "admin.conf";
    private static final int TOKEN_BYTES = 16;

    private final Path folder;
    private final int port;

    Credentials(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Keeps the token of an earlier start in the same folder. */
    void write() throws IOException {
        if (!Files.exists(folder.resolve(TOKENS))) {
            byte[] token = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(token);
            Files.writeString(folder.resolve(TOKENS),
                    HexFormat.of().formatHex(token) + ",admin,admin,\"system:masters\"\n");
        }
    }

    boolean isCertificateThere() {
        return Files.exists(certificate()) && Files.exists(folder.resolve("certs/apiserver.key"));
    }

    /** The path of the administrator's kubeconfig, written now. */
    Path admin() throws IOException {
        String token = Files.readString(folder.resolve(TOKENS)).split(",", 2)[0];
        return Files.writeString(folder.resolve(ADMIN), kubeconfig("admin", token));
    }

    /** A kubeconfig for a bearer token; it trusts the certificate that the API server signed for itself. */
    String kubeconfig(String user, String token) {
        try {
            String trusted = Base64.getEncoder().encodeToString(Files.readAllBytes(certificate()));
            return """
                    apiVersion: v1
                    kind: Config
                    clusters:
                    - name: sandbox
                      cluster:
                        server: https://127.0.0.1:%d
                        certificate-authority-data: %s
                    users:
                    - name: %s
                      user:
                        token: %s
                    contexts:
                    - name: sandbox
                      context:
                        cluster: sandbox
                        user: %s
                    current-context: sandbox
                    """.formatted(port, trusted, user, token, user);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the certificate of the API server", e);
        }
    }

    private Path certificate() {
        return folder.resolve("certs/apiserver.crt");
    }
}
