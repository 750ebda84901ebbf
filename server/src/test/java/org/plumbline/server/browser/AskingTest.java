package org.plumbline.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plumbline.server.PlumblineTest;

/// From a question to its answer, the next question and the record: with a pointer, by keyboard alone,
/// and with script off.
@PlumblineTest
@ExtendWith(Chromium.class)
final class AskingTest {

    private static final String QUESTION =
            "I am a social worker. Can I be friends with a former client?";
    private static final String FOCUSED = "() => document.activeElement.id";

    private static void ask(Page page, String home) {
        page.navigate(home + "/");
        page.getByLabel("What would you like to know?").fill(QUESTION);
        page.getByText("See the answer").click();
        page.waitForURL("**/answer?**");
    }

    @Test
    void theNextQuestionIsSwappedInPlaceAndTheHeadingTakesTheFocus(Chromium.Running running) {
        try (Opened opened = running.open(true)) {
            Page page = opened.page();
            ask(page, running.home());
            assertThat(page.url()).doesNotContain("Can", "be%20friends", "social%20worker");
            assertThat(page.evaluate(FOCUSED)).as("no focus is stolen").isEqualTo("");
            assertThat(page.locator("#said").innerText()).isBlank();

            page.evaluate("() => { window.stillHere = true; }");
            page.locator("#next input[value=true]").check();
            page.locator("#next button").click();
            page.waitForURL("**=true**");

            assertThat(page.evaluate("() => window.stillHere"))
                    .as("no page was loaded")
                    .isEqualTo(true);
            assertThat(page.evaluate(FOCUSED)).isEqualTo("answer-h");
            assertThat(page.locator("#said").innerText()).startsWith("Answered. ");
            assertThat(page.locator("h1").innerText()).contains("Advised against");
            assertThat(page.title()).contains("Advised against");

            page.goBack();
            page.waitForURL(url -> !url.contains("=true"));
            page.locator("h1", new Page.LocatorOptions().setHasText("It depends.")).waitFor();
            assertThat(opened.complaints()).isEmpty();
            assertThat(opened.strangers()).isEmpty();
        }
    }

    @Test
    void theRecordIsOneLinkAway(Chromium.Running running) {
        try (Opened opened = running.open(true)) {
            Page page = opened.page();
            ask(page, running.home());
            String query = page.url().substring(page.url().indexOf('?'));

            assertThat(
                            page.getByRole(
                                            AriaRole.LINK,
                                            new Page.GetByRoleOptions().setName("Record this"))
                                    .getAttribute("href"))
                    .isEqualTo("/record" + query);
        }
    }

    @Test
    void allOfItWorksWithScriptOff(Chromium.Running running) {
        try (Opened opened = running.open(false)) {
            Page page = opened.page();
            ask(page, running.home());
            page.locator("#next input[value=unknown]").check();
            page.locator("#next button").click();
            page.waitForURL("**=unknown**");
            assertThat(page.locator("main").innerText()).contains("You said you do not know");

            page.locator(".chip", new Page.LocatorOptions().setHasText("A former client")).click();
            page.waitForURL("**/interview?**");
            page.getByText("A current client", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("Save the answer").click();
            page.waitForURL("**/answer?**party=current-client**");
            assertThat(page.locator("h1").count()).isEqualTo(1);
        }
    }

    @Test
    void allOfItWorksByKeyboardAlone(Chromium.Running running) {
        try (Opened opened = running.open(true)) {
            Page page = opened.page();
            page.navigate(running.home() + "/");
            tabTo(page, "#q");
            page.keyboard().type(QUESTION);
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/answer?**");
            tabTo(page, "#next input[type=radio]");
            page.keyboard().press("Space");
            tabTo(page, "#next button");
            page.keyboard().press("Enter");
            page.waitForURL("**=true**");
            assertThat(page.evaluate(FOCUSED)).isEqualTo("answer-h");
        }
    }

    /// Presses Tab until something has the focus.
    private static void tabTo(Page page, String selector) {
        for (int press = 0; press < 80; press++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(
                    page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
        }
        throw new AssertionError("Tab never came to " + selector);
    }

    @Test
    void aMistakeIsSummedUpFirstAndItsLinkLeadsToTheField(Chromium.Running running) {
        try (Opened opened = running.open(true)) {
            Page page = opened.page();
            page.navigate(
                    running.home()
                            + "/interview?act=friendship&party=former-client&rest=ordinary&_ask=service-ended");
            page.locator("#f-year").fill("2032");
            page.getByText("Continue").click();
            Locator errors = page.locator(".errors");
            errors.waitFor();

            assertThat(page.title()).startsWith("Error: ");
            // A browser heeds `autofocus` once it draws, which is after the element is there.
            page.waitForFunction("() => document.activeElement.className === 'errors'");
            assertThat(page.locator("#f-year").inputValue()).isEqualTo("2032");
            errors.getByRole(AriaRole.LINK).click();
            assertThat(page.evaluate(FOCUSED)).isEqualTo("f-year");
        }
    }

    /// The prototype of the answer ran to 7,000 px on a phone.
    @Test
    void anAnswerIsShortOnAPhone(Chromium.Running running) {
        try (Opened opened = running.open(true)) {
            Page page = opened.page();
            page.setViewportSize(360, 800);
            for (String address :
                    new String[] {
                        "/answer?act=friendship&party=former-client&rest=ordinary",
                        "/answer?act=romantic-relationship&party=former-client&jurisdiction=us-tx"
                                + "&profession=counselor&last-professional-contact=2023-03-14"
                                + "&service-ended=2023-03&rest=ordinary"
                    }) {
                page.navigate(running.home() + address);
                assertThat((Integer) page.evaluate("() => document.documentElement.scrollHeight"))
                        .as(address)
                        .isLessThan(4_600);
            }
        }
    }
}
