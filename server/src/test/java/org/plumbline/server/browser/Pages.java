package org.plumbline.server.browser;

import java.util.List;

/// Every page and every state of one. Whoever adds a page adds a line, and gets all of it tested.
public final class Pages {

    private Pages() {}

    /// In the order of the navigation.
    public static final List<Place> ALL =
            List.of(
                    Place.at("ask", "/"),
                    Place.at("codes", "/codes"),
                    Place.at("codes-found", "/codes").after(page -> find(page, "NASW 1.06")),
                    Place.at("codes-nothing", "/codes").after(page -> find(page, "unicorn")),
                    Place.at("edition", "/codes/nasw-2021"),
                    Place.at("provision", "/codes/aca-2014/A.5.c"),
                    Place.at("timeline", "/timeline").after(Pages::whenDone),
                    Place.at("timeline-laws", "/timeline?act=sexual-contact&texts=laws")
                            .after(Pages::whenDone)
                            .withScriptOnly(),
                    Place.at(
                                    "timeline-dates",
                                    "/timeline?edition=aca-2014&edition=apa-2017&service-ended=2023-05-01&last-professional-contact=2023-06")
                            .after(Pages::whenDone),
                    Place.at("timeline-wrong-date", "/timeline?edition=aca-2014&service-ended=May")
                            .after(Pages::whenDone),
                    Place.at("compare", "/compare").after(Pages::whenDone),
                    Place.at("compare-two", "/compare?text=aca-2014&text=apa-2017&about=social-tie")
                            .after(Pages::whenDone),
                    Place.at("compare-people", "/compare?text=aca-2014").after(Pages::whenDone),
                    Place.at("diff", "/diff?from=aca-2005&to=aca-2014").after(Pages::whenDone),
                    Place.at("how-we-know", "/how-we-know"),
                    Place.at("privacy", "/privacy"),
                    Place.at("no-such-page", "/codes/no-such-text").answering(404));

    /// What is worked out in the background loads its page anew when it is done.
    private static void whenDone(com.microsoft.playwright.Page page) {
        page.waitForCondition(
                () -> page.locator(".working").count() == 0,
                new com.microsoft.playwright.Page.WaitForConditionOptions().setTimeout(120_000));
        page.waitForLoadState();
    }

    private static void find(com.microsoft.playwright.Page page, String words) {
        page.getByLabel("Find a provision").fill(words);
        page.getByRole(
                        com.microsoft.playwright.options.AriaRole.BUTTON,
                        new com.microsoft.playwright.Page.GetByRoleOptions().setName("Find"))
                .click();
        page.getByRole(
                        com.microsoft.playwright.options.AriaRole.HEADING,
                        new com.microsoft.playwright.Page.GetByRoleOptions()
                                .setName("What was found"))
                .waitFor();
    }
}
