package org.plumbline.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.server.PlumblineTest;

/// Pages that are long on a phone fold what is secondary, without a script, and show all of it on a desktop
/// and on paper.
@PlumblineTest
@ExtendWith(Chromium.class)
final class PhoneTest {

    private static final String RECORD =
            "/record?act=event-attendance&party=current-client&membership=aca.nasw&rest=ordinary";

    /// What is laid out, text that is folded away left aside.
    private static final String HEIGHT = "document.documentElement.scrollHeight";

    private static final String FOLDED =
            """
            new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() =>
                [...document.querySelectorAll('main details.tuck')].filter(d => !d.closest('.no-print')).filter(d =>
                    [...d.children].slice(1).some(c => !c.checkVisibility({contentVisibilityAuto: true}))).length)
            """;

    private static int number(Page page, String of) {
        return ((Number) page.evaluate(of)).intValue();
    }

    @ParameterizedTest(name = "{0} is at most {2} px long at 360 px")
    @CsvSource({
        RECORD + ", .record-form, 3300",
        "/policy, .topic-fold, 2300",
        "/compare, .rows, 2600",
        "/codes/aca-2014/A.5.c, details.case, 3900"
    })
    void aPhoneFoldsWhatIsSecondary(String path, String shown, int most, Chromium.Running running) {
        try (Opened opened = running.open(true)) {
            Page page = opened.page();
            page.setViewportSize(360, 740);
            page.navigate(running.home() + path);
            Pages.whenDone(page);
            page.locator(shown).first().waitFor();

            assertThat(number(page, HEIGHT)).isLessThan(most);
            assertThat(page.locator("main details.tuck:not([open])").count()).isPositive();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(number(page, FOLDED)).as("on paper").isZero();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.setViewportSize(1440, 900);
            assertThat(number(page, FOLDED)).as("on a desktop").isZero();
        }
    }

    @Test
    void whatWasWrittenIsNeverFoldedAway(Chromium.Running running) {
        try (Opened opened = running.open(false)) {
            Page page = opened.page();
            page.setViewportSize(360, 740);
            page.navigate(running.home() + RECORD);
            page.getByText("Advice: who was consulted").click();
            page.locator("#advice").fill("Go, and leave early.");
            page.getByText("More options, 2 to 4").click();
            page.locator("#option-self-3").fill("A free evening");
            page.getByText("Make the record").click();
            page.locator(".errors").waitFor();

            assertThat(page.locator("#advice").isVisible()).isTrue();
            assertThat(page.locator("#followed-yes").isVisible()).as("asked for").isTrue();
            assertThat(page.locator("#option-3").isVisible()).as("asked for").isTrue();
            assertThat(page.locator("#reasons").isVisible()).as("empty and not needed").isFalse();
        }
    }
}
