package dev.fairlead.analyzer.exchange;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The proxies that {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY} name, in capitals
 * or not, as Go programs read them: Flagger's users have set them. This machine is never asked for
 * through a proxy. A proxy's user info is not used.
 */
final class EnvironmentProxies extends ProxySelector {

    private static final int USUAL_PORT = 80;

    private final Map<String, String> environment;

    EnvironmentProxies(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String proxy = variable(uri.getScheme().toUpperCase(Locale.ROOT) + "_PROXY");
        return proxy.isEmpty() || isLocal(host) || isExcepted(host, uri.getPort())
                ? List.of(Proxy.NO_PROXY)
                : List.of(new Proxy(Proxy.Type.HTTP, address(proxy)));
    }

    /** The exchange itself reports that the proxy cannot be reached. */
    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {}

    private String variable(String name) {
        String lower = environment.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        return environment.getOrDefault(name, lower).strip();
    }

    private boolean isExcepted(String host, int port) {
        return Arrays.stream(variable("NO_PROXY").toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .anyMatch(pattern -> matches(pattern, host, port));
    }

    private static boolean matches(String pattern, String host, int port) {
        if (pattern.equals("*") || pattern.equals(host + ":" + port)) {
            return true;
        }
        String suffix = pattern.replaceFirst("^\\*?\\.", "");
        return host.endsWith("." + suffix) || pattern.equals(suffix) && host.equals(suffix);
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static InetSocketAddress address(String proxy) {
        URI uri = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
        return InetSocketAddress.createUnresolved(uri.getHost(),
                uri.getPort() < 0 ? USUAL_PORT : uri.getPort());
    }
}
