package dev.fairlead.sandbox.rollout;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/** A browser window of one journey, and those who look through it: a person, axe, and the camera. */
final class Window implements AutoCloseable {

    /** Where pictures of the pages are kept. */
    static final Path PICTURES = Path.of("target", "console").toAbsolutePath();

    private static final Duration SOON = Stage.SOON;
    private static final Duration TO_UNPACK = Duration.ofMinutes(15);
    /**
     * The journey's wrong password; a refresh that was called off for what a person asked; styles
     * that the camera and axe put in and the policy stops, while ours are none.
     */
    private static final List<String> EXPECTED = List.of("401", "htmx:sendAbort",
            "htmx:afterRequest", "Applying inline style");
    private static final List<String> SERIOUS = List.of("serious", "critical");

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;
    private final String address;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Window(Path chromium, String address) {
        this.address = address;
        this.playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright.chromium()
                .launch(new LaunchOptions().setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu",
                                "--disable-background-networking", "--disable-component-update",
                                "--disable-sync")));
        BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(1400, 1000));
        context.setDefaultTimeout(SOON.toMillis());
        context.setDefaultNavigationTimeout(SOON.toMillis());
        PlaywrightAssertions.setDefaultAssertionTimeout(SOON.toMillis());
        this.page = context.newPage();
        page.onConsoleMessage(said -> {
            boolean known = EXPECTED.stream().anyMatch(said.text()::contains);
            if (said.type().equals("error") && !known) {
                complaints.add(said.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Opens one; the test is skipped with a message where there is no Chromium. */
    static Window open(String address) {
        try {
            Files.createDirectories(PICTURES);
            return new Window(chromium(), address);
        } catch (IOException e) {
            throw new IllegalStateException("Expected to keep pictures in " + PICTURES, e);
        }
    }

    Page page() {
        return page;
    }

    void go(String path) {
        page.navigate(address + path);
    }

    /** Keeps a picture and asks axe, which must find nothing serious. */
    void look(String name) {
        picture(name);
        var serious = new AxeBuilder(page).analyze()
                .getViolations()
                .stream()
                .filter(it -> SERIOUS.contains(it.getImpact()))
                .map(it -> it.getId() + ": " + it.getHelp() + " at " + it.getNodes())
                .toList();
        assertThat(serious).as("axe on %s", name).isEmpty();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Neither an error of a script nor something that the policy of the pages has stopped. */
    void complainedOfNothing() {
        assertThat(complaints).isEmpty();
    }

    /** The script says what it does, and what to do when it cannot. */
    private static Path chromium() throws IOException {
        Path script = Path.of("").toAbsolutePath().resolve("kit/browser");
        Process process = new ProcessBuilder(script.toString())
                .redirectError(PICTURES.resolve("browser.log").toFile())
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String path = lines.readLine();
            boolean ended = process.waitFor(TO_UNPACK.toSeconds(), TimeUnit.SECONDS);
            Assumptions.assumeTrue(ended && process.exitValue() == 0 && path != null,
                    () -> "no browser: " + said());
            return Path.of(String.valueOf(path));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String said() {
        try {
            return Files.readString(PICTURES.resolve("browser.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
