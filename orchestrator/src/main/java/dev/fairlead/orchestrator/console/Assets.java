package dev.fairlead.orchestrator.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Scripts and styles: ours, and those of the libraries. Nothing comes from another place. */
@RestController
public class Assets {

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript");
    private static final MediaType STYLE = MediaType.parseMediaType("text/css");
    private static final Duration FOR_GOOD = Duration.ofDays(365);
    private static final int SHORT = 12;

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    public Assets() {
        assets.put("console.css", ours("console.css", STYLE));
        assets.put("page.css", ours("page.css", STYLE));
        assets.put("uplot.css", library("uplot", "dist/uPlot.min.css", STYLE));
        assets.put("htmx.js", library("htmx.org", "dist/htmx.min.js", SCRIPT));
        assets.put("uplot.js", library("uplot", "dist/uPlot.iife.min.js", SCRIPT));
        assets.put("charts.js", ours("charts.js", SCRIPT));
        assets.put("console.js", ours("console.js", SCRIPT));
    }

    @GetMapping("/console/assets/{version}/{name}")
    ResponseEntity<byte[]> asset(@PathVariable String version, @PathVariable String name) {
        Asset asset = assets.get(name);
        if (asset == null) {
            return ResponseEntity.notFound().build();
        }
        CacheControl cache = version.equals(asset.version())
                ? CacheControl.maxAge(FOR_GOOD).immutable()
                : CacheControl.noCache();
        return ResponseEntity.ok()
                .contentType(asset.type())
                .cacheControl(cache)
                .body(asset.content());
    }

    /** By name; a changed file has another address. */
    Map<String, String> addresses(String base) {
        Map<String, String> addresses = new LinkedHashMap<>();
        assets.forEach((name, asset) -> addresses.put(name,
                base + "/assets/" + asset.version() + "/" + name));
        return addresses;
    }

    private static Asset ours(String name, MediaType type) {
        return asset("console/assets/" + name, type);
    }

    private static Asset library(String artifact, String path, MediaType type) {
        try (InputStream in = open(
                "META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
            Properties pom = new Properties();
            pom.load(in);
            return asset("META-INF/resources/webjars/" + artifact + "/"
                    + pom.getProperty("version") + "/" + path, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asset asset(String resource, MediaType type) {
        try (InputStream in = open(resource)) {
            byte[] content = in.readAllBytes();
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            return new Asset(type, content, hash.substring(0, SHORT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected SHA-256 in every Java", e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("Expected " + resource + " on the class path");
        }
        return in;
    }

    private record Asset(MediaType type, byte[] content, String version) {}
}
