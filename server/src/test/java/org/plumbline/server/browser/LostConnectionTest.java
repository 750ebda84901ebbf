package org.plumbline.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plumbline.server.PlumblineTest;

/// The server ended, or the network is gone, while a page is open.
@PlumblineTest
@ExtendWith(Chromium.class)
class LostConnectionTest {

    private static final Place ANSWER =
            Place.at("answer", "/answer?act=friendship&party=former-client&rest=ordinary");

    @Test
    void whatCouldNotBeSentIsSaidInWordsAndCanBeSentAgain(Chromium.Running running) {
        try (Opened opened = running.open(true).go(ANSWER)) {
            Page page = opened.page();
            Look.PHONE.turn(page);
            Locator lost = page.locator("#next .lost");
            assertThat(lost.getAttribute("role")).isEqualTo("status");
            assertThat(lost.innerText()).isEmpty();

            page.context().setOffline(true);
            page.locator("#next input[value=true]").check();
            page.locator("#next .actions button").click();
            lost.locator("h3").waitFor();

            assertThat(lost.innerText())
                    .contains("could not be reached", "was not sent", "Try again");
            assertThat(page.locator("#next input[value=true]").isChecked()).isTrue();
            assertThat(page.url()).doesNotContain("=true");
            page.screenshot(
                    new ScreenshotOptions()
                            .setPath(Path.of("target", "screenshots", "lost-phone.png")));
            assertThat(Axe.byTags(page, List.of("wcag2a", "wcag2aa", "best-practice"))).isEmpty();

            page.getByText("Try again").click();
            page.waitForCondition(() -> lost.locator("h3").count() == 1);

            page.context().setOffline(false);
            page.getByText("Try again").click();
            page.waitForURL("**=true**");
            assertThat(page.locator("#said").innerText()).startsWith("Answered. ");
            assertThat(page.locator("#next .lost:not(:empty)").count()).isEqualTo(0);
        }
    }

    /// A page that asks by itself how far it is says once that it cannot, and stops saying so.
    @Test
    void whatAsksByItselfSaysSoOnce(Chromium.Running running) {
        try (Opened opened = running.open(true)) {
            Page page = opened.page();
            page.route(
                    url -> url.contains("/timeline"),
                    route -> {
                        if (route.request().headers().containsKey("hx-request")) {
                            route.abort("connectionrefused");
                        } else {
                            route.resume();
                        }
                    });
            page.navigate(running.home() + "/privacy");
            page.evaluate(
                    """
                    () => {
                      const panel = document.createElement('div');
                      panel.className = 'working';
                      panel.innerHTML = `<div role="status" hx-get="/timeline" hx-trigger="every 100ms"></div>
                        <div><div class="lost" role="status"></div>
                        <template class="lost-words"><h3>Lost</h3></template></div>`;
                      document.querySelector('main').append(panel);
                      window.told = 0;
                      new MutationObserver(() => window.told++)
                        .observe(panel.querySelector('.lost'), {childList: true});
                      window.failed = 0;
                      document.addEventListener('htmx:sendError', () => window.failed++);
                      htmx.process(panel);
                    }
                    """);
            page.waitForFunction("() => window.failed > 3");
            assertThat(page.locator(".lost h3").count()).isEqualTo(1);
            assertThat(page.evaluate("() => window.told")).isEqualTo(1);

            page.unrouteAll();
            page.waitForFunction("() => document.querySelector('.lost').childNodes.length === 0");
        }
    }
}
