package dev.fairlead.sandbox.rollout;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import dev.fairlead.sandbox.demoapp.DemoApp;
import dev.fairlead.sandbox.mesh.MeshProxy;
import dev.fairlead.sandbox.mesh.MeshRequest;
import dev.fairlead.sandbox.mesh.MeshResponse;

/** One user, who keeps the cookies that answers give and drops those that they end. */
final class Browser {

    private static final int PATIENCE_SECONDS = 30;

    private final MeshProxy proxy;
    private final MeshRequest request;
    private final Map<String, String> cookies = new TreeMap<>();

    Browser(MeshProxy proxy, String host) {
        this.proxy = proxy;
        this.request = MeshRequest.get(host, "/");
    }

    /** The version that answers. */
    String visit() {
        MeshResponse answer = answer(cookies.isEmpty() ? request : request.with("Cookie", jar()));
        answer.headers().getAll("Set-Cookie").forEach(this::keep);
        return String.valueOf(answer.headers().get(DemoApp.VERSION_HEADER));
    }

    boolean has(String cookie) {
        return cookies.containsKey(cookie);
    }

    /** As {@code name=value}. */
    String cookie(String name) {
        return name + "=" + cookies.get(name);
    }

    private String jar() {
        return cookies.entrySet()
                .stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String given) {
        List<String> parts = List.of(given.split("; "));
        String[] pair = parts.getFirst().split("=", 2);
        if (parts.contains("Max-Age=-1")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private MeshResponse answer(MeshRequest asked) {
        try {
            return proxy.send(asked)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Expected an answer to " + asked, e);
        }
    }
}
