package org.plumbline.server.browser;

import java.util.List;

/// Every page and every state of one. Whoever adds a page adds a line, and gets all of it tested.
public final class Pages {

    private Pages() {}

    private static final String ANSWER =
            "/answer?act=romantic-relationship&party=former-client&membership=aca.nasw"
                    + "&last-professional-contact=2023-03-14&service-ended=2023-03&rest=ordinary";
    private static final String JUDGEMENT =
            "/interview?act=sexual-contact&party=former-client&membership=apa"
                    + "&service-kind=psychotherapy&service-ended=2020-01-01&rest=ordinary&_ask=exploits";
    private static final String DATE =
            "/interview?act=friendship&party=former-client&rest=ordinary&_ask=service-ended";

    /// In the order of the navigation.
    public static final List<Place> ALL =
            List.of(
                    Place.at("ask", "/"),
                    Place.at("ask-nothing-typed", "/").after(page -> ask(page, "")),
                    Place.at("ask-not-understood", "/")
                            .after(page -> ask(page, "Can I frobnicate my client?")),
                    Place.at("ask-crisis", "/")
                            .after(page -> ask(page, "My client says he will kill himself tonight")),
                    Place.at("ask-two", "/")
                            .after(page ->
                                    ask(
                                            page,
                                            "Can I date the sister of a client I stopped seeing in"
                                                    + " March 2023, and hire him?")),
                    Place.at("answer", ANSWER),
                    Place.at("answer-open", "/answer?act=friendship&party=former-client&rest=ordinary"),
                    Place.at("answer-client", ANSWER + "&_as=client"),
                    Place.at(
                            "answer-silent",
                            "/answer?act=friendship&party=former-client&membership=aamft&rest=ordinary"),
                    Place.at("answer-unknown-act", "/answer?act=flying").answering(400),
                    Place.at("interview", "/interview"),
                    Place.at("interview-person", "/interview?act=friendship&_asked=act"),
                    Place.at("interview-judgement", JUDGEMENT),
                    Place.at("interview-date-wrong", DATE).after(Pages::wrongYear),
                    Place.at(
                            "interview-check",
                            "/interview/check?act=friendship&party=former-client&service-ended=2023-03"
                                    + "&harm-risk=unknown&rest=ordinary&_asked=act.party"),
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

    private static void ask(com.microsoft.playwright.Page page, String words) {
        page.getByLabel("What would you like to know?").fill(words);
        page.getByText("See the answer").click();
        page.waitForURL("**/ask");
    }

    private static void wrongYear(com.microsoft.playwright.Page page) {
        page.locator("#f-year").fill("2032");
        page.getByText("Continue").click();
        page.locator(".errors").waitFor();
    }

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
