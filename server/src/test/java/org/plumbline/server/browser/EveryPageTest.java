package org.plumbline.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plumbline.server.PlumblineTest;

/// What every page must withstand: axe, narrow windows, dark, print, forced colours, a keyboard
/// alone, no script; and that it asks nobody but its own server for anything.
@PlumblineTest
@ExtendWith(Chromium.class)
class EveryPageTest {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /// Rules of which the answer depends on where things stand and what is open.
    private static final List<String> LAID_OUT =
            List.of(
                    "color-contrast",
                    "link-in-text-block",
                    "page-has-heading-one",
                    "region",
                    "scrollable-region-focusable",
                    "target-size");

    private static final boolean SLOW = Boolean.getBoolean("plumbline.slow");

    /// A screenshot of a long page costs more than all that is asked of it; the slow run takes more, and
    /// takes them whole.
    private static final Set<Look> SEEN =
            SLOW
                    ? EnumSet.of(Look.WIDE, Look.WIDE_DARK, Look.PHONE, Look.PRINT, Look.FORCED)
                    : EnumSet.of(Look.PHONE);

    /// The ordinary run looks in these ways; the slow one in all.
    private static final Set<Look> LOOKS =
            SLOW
                    ? EnumSet.allOf(Look.class)
                    : EnumSet.complementOf(EnumSet.of(Look.PHONE_DARK, Look.SPACED, Look.STILL));

    /// The places of which the README has a picture; `script/screens` copies them.
    private static final Set<String> IN_README = Set.of("answer", "timeline", "compare");

    private static final int STOPS = 15;

    @TestFactory
    Stream<DynamicNode> page(Chromium.Running running) {
        return Pages.ALL.stream()
                .filter(place -> place.name().matches(System.getProperty("plumbline.pages", ".*")))
                .map(place -> dynamicContainer(place.name(), looks(running, place)));
    }

    private static Stream<DynamicNode> looks(Chromium.Running running, Place place) {
        var shared = new Shared(running, place);
        List<DynamicNode> all = new ArrayList<>();
        for (Look look : LOOKS) {
            all.add(dynamicTest(look.id(), () -> look(shared.opened(), place, look)));
        }
        all.add(dynamicTest("keyboard", () -> byKeyboard(shared.opened().page())));
        all.add(
                dynamicTest(
                        "asks nobody else, and complains of nothing",
                        () -> {
                            Opened opened = shared.opened();
                            assertThat(opened.requests()).isNotEmpty();
                            assertThat(opened.strangers()).isEmpty();
                            assertThat(opened.complaints()).isEmpty();
                        }));
        if (!place.scripted()) {
            all.add(dynamicTest("script off", () -> withoutScript(running, place)));
        }
        return all.stream();
    }

    /// One load of a page for all of its looks.
    private static final class Shared {
        private final Chromium.Running running;
        private final Place place;
        private final List<Opened> opened = new ArrayList<>();

        private Shared(Chromium.Running running, Place place) {
            this.running = running;
            this.place = place;
        }

        private Opened opened() {
            if (opened.isEmpty()) {
                opened.add(running.shared(true).go(place));
            }
            return opened.getFirst();
        }
    }

    private static void look(Opened opened, Place place, Look look) {
        Page page = opened.page();
        look.turn(page);
        if (SEEN.contains(look)) {
            page.screenshot(
                    new ScreenshotOptions()
                            .setPath(
                                    Path.of(
                                            "target",
                                            "screenshots",
                                            place.name() + "-" + look.id() + ".png"))
                            .setFullPage(SLOW));
        }
        if (look == Look.WIDE && (SLOW || IN_README.contains(place.name()))) {
            page.screenshot(
                    new ScreenshotOptions()
                            .setPath(Path.of("target", "screenshots", place.name() + "-top.png")));
        }
        switch (look) {
            // The most of a page is open on a desktop; a phone's is the same document, laid out
            // otherwise.
            case WIDE -> assertThat(Axe.byTags(page, RULES)).isEmpty();
            case PHONE ->
                    assertThat(SLOW ? Axe.byTags(page, RULES) : Axe.byRules(page, LAID_OUT))
                            .isEmpty();
            case WIDE_DARK, PHONE_DARK ->
                    assertThat(Axe.byRules(page, List.of("color-contrast"))).isEmpty();
            // The colours are the reader's own then, the same on every page.
            case FORCED -> {
                if (SLOW || place.name().equals("answer")) {
                    assertThat(Axe.byRules(page, List.of("color-contrast"))).isEmpty();
                }
            }
            case NARROW, SPACED -> {}
            case STILL ->
                    assertThat(page.evaluate("() => document.getAnimations().length"))
                            .as("animations under reduced motion")
                            .isEqualTo(0);
            case PRINT ->
                    assertThat(page.locator("main").innerText()).as("what is printed").isNotBlank();
        }
        assertThat(sideways(page)).as("what is wider than %d px", look.width()).isEmpty();
    }

    /// What stands out of the window, if the page can be pushed sideways at all.
    @SuppressWarnings("unchecked")
    private static List<String> sideways(Page page) {
        return (List<String>)
                page.evaluate(
                        """
                        () => {
                          const root = document.documentElement;
                          if (root.scrollWidth <= root.clientWidth) return [];
                          return [...document.querySelectorAll('body *')]
                            .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1
                                && !e.closest('.scroll, .hide, svg *'))
                            .slice(0, 8)
                            .map(e => e.outerHTML.slice(0, 120)).concat('the page: ' + root.scrollWidth);
                        }
                        """);
    }

    /// Goes from stop to stop; each is seen to have the focus, is not covered and is another one.
    private static void byKeyboard(Page page) {
        Look.WIDE.turn(page);
        page.evaluate("() => { document.activeElement?.blur(); window.scrollTo(0, 0); }");
        List<Object> stops = new ArrayList<>();
        for (int at = 0; at < STOPS; at++) {
            page.keyboard().press("Tab");
            Object seen = page.evaluate(STOP);
            if (seen == null) {
                break;
            }
            stops.add(seen);
        }
        assertThat(stops).as("stops of the tab key").isNotEmpty().doesNotHaveDuplicates();
        assertThat(stops.stream().map(String::valueOf).filter(s -> s.startsWith("UNSEEN")))
                .as("stops at which nothing shows the focus")
                .isEmpty();
    }

    private static final String STOP =
            """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body) return null;
              const shown = e.closest('.tile') || e.closest('.switch label') || e;
              const s = getComputedStyle(shown);
              const marked = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0
                  || s.boxShadow !== 'none';
              const r = shown.getBoundingClientRect();
              const within = r.bottom > 0 && r.top < innerHeight && r.width > 0;
              const at = [...document.querySelectorAll('*')].indexOf(e);
              return (marked && within ? '' : 'UNSEEN ') + at + ' ' + e.outerHTML.slice(0, 120);
            }
            """;

    private static void withoutScript(Chromium.Running running, Place place) {
        Opened opened = running.shared(false).go(place);
        assertThat(opened.page().locator("h1").count()).isEqualTo(1);
        assertThat(opened.page().locator("main").innerText()).isNotBlank();
        assertThat(opened.strangers()).isEmpty();
    }
}
