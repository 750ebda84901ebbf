package org.plumbline.server.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
    private static final String RECORD =
            "/record?act=event-attendance&party=current-client&membership=aca.nasw&rest=ordinary";

    /// In the order of the navigation.
    public static final List<Place> ALL =
            List.of(
                    Place.at("ask", "/"),
                    Place.at("ask-nothing-typed", "/").after(page -> ask(page, "")),
                    Place.at("ask-not-understood", "/")
                            .after(page -> ask(page, "Can I frobnicate my client?")),
                    Place.at("ask-crisis", "/")
                            .after(page ->
                                    ask(page, "My client says he will kill himself tonight")),
                    Place.at("ask-two", "/")
                            .after(page ->
                                    ask(
                                            page,
                                            "Can I date the sister of a client I stopped seeing in"
                                                    + " March 2023, and hire him?")),
                    Place.at("answer", ANSWER),
                    Place.at(
                            "answer-open",
                            "/answer?act=friendship&party=former-client&rest=ordinary"),
                    Place.at("answer-client", ANSWER + "&_as=client"),
                    Place.at(
                            "answer-silent",
                            "/answer?act=friendship&party=former-client&membership=aamft&rest=ordinary"),
                    Place.at(
                            "answer-two-relations",
                            "/answer?act=friendship&1.party=former-client&1.service-ended=2020"
                                    + "&2.party=student&rest=ordinary"),
                    Place.at(
                            "interview-also",
                            "/interview?act=friendship&party=former-client&_ask=also"),
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
                    Place.at("compare-two", "/compare?text=aca-2014&text=apa-2017&about=sexual")
                            .after(Pages::whenDone),
                    Place.at("compare-people", "/compare?text=aca-2014").after(Pages::whenDone),
                    Place.at("diff", "/diff?from=aca-2005&to=aca-2014").after(Pages::whenDone),
                    Place.at("how-we-know", "/how-we-know"),
                    Place.at("privacy", "/privacy"),
                    Place.at("claims", "/claims"),
                    Place.at("claims-found", "/claims").after(Pages::check),
                    Place.at("for-programs", "/api"),
                    Place.at("try", "/api/try/decide"),
                    Place.at("tried", "/api/try/provision").after(Pages::send),
                    Place.at("record-form", RECORD),
                    Place.at("record-mistakes", RECORD)
                            .after(page -> press(page, "Make the record")),
                    Place.at("record", RECORD).after(Pages::record),
                    Place.at("record-none", "/record?act=flying").answering(400),
                    Place.at("practice", "/practice?seed=2&topic=gift"),
                    Place.at("practice-answered", "/practice?seed=2&topic=gift&n=2&answer=a"),
                    Place.at(
                            "practice-variant",
                            "/practice?case=nasw-search-from-curiosity&edition=nasw-2021"
                                    + "&change=imminent-harm.true&seed=1&answer=b"),
                    Place.at("practice-none", "/practice?topic=flying").answering(400),
                    Place.at("practice-sheet", "/practice/sheet?seed=9&count=4&for=examiner"),
                    Place.at("policy", "/policy"),
                    Place.at(
                            "policy-chosen",
                            "/policy?profession=counselor&current-clients=accept"
                                    + "&searching=emergency-only&crisis=numbers"),
                    Place.at(
                            "policy-members",
                            "/policy?membership=nasw.bacp&former-clients=accept&searching=free"),
                    Place.at("policy-unknown", "/policy?place=mars").answering(400),
                    Place.at("no-such-page", "/codes/no-such-text").answering(404));

    private static void ask(Page page, String words) {
        page.getByLabel("What would you like to know?").fill(words);
        page.getByText("See the answer").click();
        page.waitForURL("**/ask");
    }

    private static void wrongYear(Page page) {
        page.locator("#f-year").fill("2032");
        page.getByText("Continue").click();
        page.locator(".errors").waitFor();
    }

    /// What is worked out in the background loads its page anew when it is done.
    static void whenDone(Page page) {
        page.waitForCondition(
                () -> page.locator(".working").count() == 0,
                new Page.WaitForConditionOptions().setTimeout(120_000));
        page.waitForLoadState();
    }

    private static void check(Page page) {
        page.getByLabel("Paste it here")
                .fill(
                        "The NASW code forbids any friendship with a former client. All codes forbid sex"
                                + " with clients. Talk to your supervisor.");
        press(page, "Check it", "What was found");
    }

    private static void send(Page page) {
        press(page, "Send", "The answer");
    }

    private static void press(Page page, String button, String heading) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading)).waitFor();
    }

    private static void find(Page page, String words) {
        page.getByLabel("Find a provision").fill(words);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find")).click();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What was found"))
                .waitFor();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
        page.waitForLoadState();
    }

    private static void record(Page page) {
        page.locator("#question").fill("May I go to a client's wedding?");
        page.locator("#role").fill("counselor");
        page.locator("#option-1").fill("Go to the ceremony alone");
        page.locator("#decision").fill("Go to the ceremony.");
        page.locator("#rationale").fill("It matters to her.");
        page.locator("#no-review").fill("It is a single day.");
        press(page, "Make the record");
    }
}
