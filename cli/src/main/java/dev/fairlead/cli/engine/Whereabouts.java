package dev.fairlead.cli.engine;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.fairlead.cli.engine.EngineAddress.TokenSource;

/** Looks for the engine: what was asked for, the environment, the user's file, the usual place. */
public final class Whereabouts {

    public static final String USUAL = "http://127.0.0.1:8080";
    public static final String SERVER = "FAIRLEAD_SERVER";
    public static final String TOKEN = "FAIRLEAD_TOKEN";
    public static final String FILE = "FAIRLEAD_ENGINE_FILE";

    private final Map<String, String> environment;
    private final Path home;

    public Whereabouts(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    /**
     * @param server
     *            as asked for; empty to look for it
     * @param tokenFile
     *            as asked for; empty to look for it
     * @throws Trouble
     *             when what was found is no address
     */
    public EngineAddress find(String server, String tokenFile) {
        Path file = file();
        Optional<Announced> announced = Announced.in(file);
        String named = server.isEmpty() ? environment.getOrDefault(SERVER, "") : server;
        if (!named.isEmpty()) {
            String from = server.isEmpty() ? SERVER : "--server";
            URI uri = uri(named, from);
            // the file's token is not sent to another server than the file's
            boolean same = announced.filter(it -> uri(it.server(), file.toString()).equals(uri))
                    .isPresent();
            return new EngineAddress(uri, from,
                    token(tokenFile, same ? announced : Optional.empty()), "");
        }
        if (announced.isPresent()) {
            Announced engine = announced.get();
            String hint = engine.isDead()
                    ? "the " + engine.startedBy() + " that wrote " + file + " (process "
                            + engine.pid() + ") has ended"
                    : "";
            return new EngineAddress(uri(engine.server(), file.toString()), file.toString(),
                    token(tokenFile, announced), hint);
        }
        return new EngineAddress(URI.create(USUAL), "the usual place, as neither --server nor "
                + SERVER + " nor " + file + " names another", token(tokenFile, announced), "");
    }

    private Path file() {
        String named = environment.getOrDefault(FILE, "");
        return named.isEmpty() ? home.resolve(".fairlead", "engine.properties") : Path.of(named);
    }

    private TokenSource token(String file, Optional<Announced> announced) {
        if (!file.isEmpty()) {
            return new TokenSource.InFile(Path.of(file));
        }
        String token = environment.getOrDefault(TOKEN, "");
        if (!token.isEmpty()) {
            return new TokenSource.InEnvironment(token);
        }
        String left = announced.map(Announced::tokenFile).orElse("");
        return left.isEmpty()
                ? new TokenSource.None()
                : new TokenSource.InFile(Path.of(left));
    }

    private static URI uri(String text, String from) {
        try {
            URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))
                    && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw new Trouble(Trouble.USAGE, "the engine's address is no URL",
                "to read the address in " + from,
                "expected http://host:port or https://host:port without user and password",
                "fairlead list --server " + USUAL);
    }
}
