package org.plumbline.server.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;

/// A way in which a page is looked at.
///
/// 320 px is what WCAG 1.4.10 takes for 1280 px at 400 % zoom. [#SPACED] sets the text spacing of
/// WCAG 1.4.12 at that width.
public enum Look {
    WIDE(1440),
    WIDE_DARK(1440),
    PHONE(360),
    PHONE_DARK(360),
    NARROW(320),
    SPACED(320),
    FORCED(1440),
    STILL(1440),
    PRINT(794);

    private static final int TALL = 900;
    private static final String SPACING =
            """
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important;'
                + ' word-spacing: .16em !important; } p { margin-bottom: 2em !important; }');
              document.adoptedStyleSheets = [sheet];
            }
            """;

    private final int width;

    Look(int width) {
        this.width = width;
    }

    /// How wide the window is, in CSS pixels.
    public int width() {
        return width;
    }

    /// Turns an open page to this look.
    void turn(Page page) {
        page.emulateMedia(
                new EmulateMediaOptions()
                        .setMedia(this == PRINT ? Media.PRINT : Media.SCREEN)
                        .setColorScheme(
                                this == WIDE_DARK || this == PHONE_DARK
                                        ? ColorScheme.DARK
                                        : ColorScheme.LIGHT)
                        .setForcedColors(this == FORCED ? ForcedColors.ACTIVE : ForcedColors.NONE)
                        .setReducedMotion(
                                this == STILL
                                        ? ReducedMotion.REDUCE
                                        : ReducedMotion.NO_PREFERENCE));
        page.setViewportSize(width, TALL);
        if (this == SPACED) {
            page.evaluate(SPACING);
        } else {
            page.evaluate("() => { document.adoptedStyleSheets = []; }");
        }
        if (this != STILL) {
            // A colour on its way from light to dark is neither.
            page.evaluate("() => document.getAnimations().forEach(a => a.finish())");
        }
    }

    /// The name as it stands in that of a screenshot.
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
