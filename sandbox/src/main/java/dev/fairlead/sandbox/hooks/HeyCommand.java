package dev.fairlead.sandbox.hooks;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

import dev.fairlead.sandbox.load.LoadPlan;
import dev.fairlead.sandbox.mesh.MeshRequest;

/**
 * Reads the command line that load-test hooks use most, {@code hey -z 1m -q 10 -c 2 URL}: for the
 * time {@code -z}, {@code -q} requests per second by each of {@code -c} workers.
 */
final class HeyCommand {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern TIME = Pattern.compile("(\\d+)(ms|s|m|h)");
    private static final int USUAL_WORKERS = 50;
    private static final int USUAL_PER_WORKER = 1;

    private final List<String> words;
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private Duration lasting = Duration.ofSeconds(10);
    private int perWorker = USUAL_PER_WORKER;
    private int workers = USUAL_WORKERS;
    private HttpMethod method = HttpMethod.GET;
    private String body = "";
    private String url = "";

    private HeyCommand(List<String> words) {
        this.words = words;
    }

    /**
     * @throws IllegalArgumentException says what was expected
     */
    static LoadPlan plan(String command) {
        var read = new HeyCommand(words(command));
        read.readOptions();
        return read.toPlan();
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            String quoted = word.group(1) == null ? word.group(2) : word.group(1);
            words.add(quoted == null ? String.valueOf(word.group(3)) : quoted);
        }
        if (words.isEmpty() || !words.getFirst().equals("hey")) {
            throw new IllegalArgumentException(
                    "Expected a command 'hey ...', but got '" + command + "'");
        }
        return words;
    }

    private void readOptions() {
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("-")) {
                i++;
                take(word, i < words.size() ? words.get(i) : "");
            } else {
                url = word;
            }
        }
    }

    private void take(String option, String value) {
        switch (option) {
            case "-z" -> lasting = time(value);
            case "-q" -> perWorker = whole(option, value);
            case "-c" -> workers = whole(option, value);
            case "-m" -> method = HttpMethod.valueOf(value);
            case "-d" -> body = value;
            case "-host" -> headers.set("host", value);
            case "-H" -> header(value);
            default -> throw new IllegalArgumentException(
                    "Expected -z, -q, -c, -m, -d, -host or -H, but got '" + option + "'");
        }
    }

    private void header(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("Expected -H 'name: value', but got '" + line + "'");
        }
        headers.add(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }

    private LoadPlan toPlan() {
        URI address = URI.create(url);
        if (address.getHost() == null) {
            throw new IllegalArgumentException("Expected an http address, but got '" + url + "'");
        }
        String named = headers.get("host");
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return LoadPlan
                .of(new MeshRequest(method, named == null ? address.getRawAuthority() : named,
                        path + query, headers, Buffer.buffer(body)), perWorker * workers, lasting);
    }

    private static int whole(String option, String value) {
        if (!value.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException(
                    "Expected " + option + " between 1 and 9999, but got '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    private static Duration time(String value) {
        Matcher time = TIME.matcher(value);
        if (!time.matches()) {
            throw new IllegalArgumentException(
                    "Expected -z such as 30s or 1m, but got '" + value + "'");
        }
        return Duration.parse(switch (time.group(2)) {
            case "ms" -> "PT" + Long.parseLong(time.group(1)) / 1000.0 + "S";
            case String unit -> "PT" + time.group(1) + unit;
        });
    }
}
