package dev.fairlead.sandbox.rollout;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import dev.fairlead.events.fact.RolloutPaused;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** People look at releases in a browser, and take a hand in them. */
interface ConsoleJourneys extends Company {

    @Journey
    default void a_release_is_held_and_let_go_and_another_is_rolled_back_before_ones_eyes() {
        Stage stage = stage("seen").applied("stepWeight: 20", "stepWeight: 5", "threshold: 5",
                "threshold: 2").initialized();
        try (Window window = Window.open(desk().address())) {
            Traffic traffic = stage.traffic();
            stage.release("1.1.0");
            stage.awaitWeight(5);
            findsIt(window);
            mayOnlyLook(window);
            logsIn(window);
            holdsAndLetsGo(window, stage);
            stage.awaitPhase("Succeeded");
            shows(window, "Succeeded");
            goesBackInTime(window);
            stage.release("2.0.0-errors");
            stage.awaitPhase("Failed");
            shows(window, "Failed");
            understandsWhy(window);
            looksAround(window);
            window.complainedOfNothing();
            traffic.lostNothing();
        }
        stage.invariants().hold();
    }

    private void findsIt(Window window) {
        window.go("/console/rollouts");
        Page page = window.page();
        page.getByLabel("Search").fill("/seen/");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("app:1.1.0");
        assertThat(page).hasURL(Pattern.compile(".*[?&]text=%2Fseen%2F.*"));
        window.look("rollouts");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("app sandbox / seen"))
                .press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("app");
        assertThat(page.locator(".why")).containsText("failed checks");
    }

    private void mayOnlyLook(Window window) {
        Page page = window.page();
        assertThat(page.locator("#do-pause")).isDisabled();
        assertThat(page.locator(".actions")).containsText(
                "Needs the role operator in sandbox/seen: log in.");
    }

    private void logsIn(Window window) {
        Page page = window.page();
        page.locator(".who a").click();
        window.look("login");
        page.getByLabel("Password or token").fill("this is not the password");
        page.getByRole(AriaRole.BUTTON, button("Log in")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("not known");
        page.getByLabel("Password or token").fill(desk().token());
        page.keyboard().press("Enter");
        page.waitForURL("**/console/rollouts/sandbox/seen/app");
        assertThat(page.locator("#do-pause")).isEnabled();
    }

    private void holdsAndLetsGo(Window window, Stage stage) {
        Page page = window.page();
        page.locator("#do-pause").press("Enter");
        Locator dialog = page.locator("#ask-pause");
        assertThat(dialog).containsText("The weight stays as it is");
        dialog.getByLabel("Reason, kept in the log").fill("latency isn't right");
        assertThat(dialog.locator("code")).hasText("./fairlead pause sandbox/seen/app --reason"
                + " 'latency isn'\\''t right'");
        window.look("confirm");
        dialog.getByRole(AriaRole.BUTTON, in("Pause")).click();
        assertThat(page.locator(".result")).hasText(
                "The command pause is done; it stands in the timeline.");
        shows(window, "Paused");
        assertThat(stage.log().facts(RolloutPaused.class)).hasSize(1);
        assertThat(page.locator(".timeline")).containsText("latency isn't right");
        window.look("paused");
        page.locator("#do-resume").click();
        page.locator("#ask-resume textarea").fill("it was the network");
        page.locator("#ask-resume button[type=submit]").click();
        assertThat(page.locator(".result")).containsText("The command resume is done");
    }

    /** Without loading the page again. */
    private static void shows(Window window, String state) {
        assertThat(window.page().locator(".title .look")).hasText(state);
    }

    private void goesBackInTime(Window window) {
        Page page = window.page();
        assertThat(page.locator(".charts figure")).hasCount(2);
        assertThat(page.locator(".charts canvas")).hasCount(2);
        window.look("promoted");
        page.locator("#slider").press("Home");
        assertThat(page.locator(".notice")).containsText("You look at the past");
        assertThat(page).hasURL(Pattern.compile(".*[?&]at=\\d+.*"));
        window.look("past");
        page.getByText("Back to now").click();
        assertThat(page.locator(".notice")).hasCount(0);
    }

    private void understandsWhy(Window window) {
        Page page = window.page();
        assertThat(page.locator(".why")).containsText("Rolled back at");
        assertThat(page.locator(".why")).containsText("request-success-rate");
        assertThat(page.locator(".story h2")).containsText("of rollout 2");
        window.look("rolled-back");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        window.look("rolled-back-dark");
        page.getByText("Full", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page).hasURL(Pattern.compile(".*[?&]view=full.*"));
        page.locator("summary").first().press("Enter");
        assertThat(page.locator("details[open] pre").first()).isVisible();
        window.look("timeline-full");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void looksAround(Window window) {
        Page page = window.page();
        window.go("/console/audit?stream=%2Fseen%2F&type=RollbackOrdered");
        assertThat(page.locator("tbody tr")).hasCount(1);
        window.look("audit");
        page.locator("tbody a").click();
        assertThat(page.locator(".verdicts")).containsText("its hash is that of its content");
        assertThat(page.locator(".verdicts .bad")).hasCount(0);
        window.look("event");
        window.go("/console/engine");
        assertThat(page.locator("#live")).containsText("deciding");
        assertThat(page.locator("#live")).containsText("fairlead.observation.sandbox");
        window.look("engine");
        page.setViewportSize(480, 900);
        window.go("/console/rollouts/sandbox/seen/app");
        window.look("narrow");
    }

    private static Page.GetByRoleOptions level(int level) {
        return new Page.GetByRoleOptions().setLevel(level);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions in(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
