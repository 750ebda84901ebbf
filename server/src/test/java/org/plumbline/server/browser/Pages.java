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
                    Place.at("no-such-page", "/codes/no-such-text").answering(404));

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
