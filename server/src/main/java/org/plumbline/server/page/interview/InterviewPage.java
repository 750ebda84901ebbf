package org.plumbline.server.page.interview;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.interview.Interview;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.page.CaseAddress;
import org.plumbline.server.page.CaseFacts;
import org.plumbline.server.page.Controls;
import org.plumbline.server.page.Queries;
import org.plumbline.server.page.Refusals;
import org.plumbline.server.page.Words;
import org.plumbline.server.page.answer.AnswerView;
import org.plumbline.server.page.answer.AnswerViews;
import org.plumbline.server.page.question.QuestionView;
import org.plumbline.server.page.question.Questioner;
import org.plumbline.server.page.question.Reply;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One question per page. First who and what, then whatever could still change what a text says, then
/// the answers to check. The page itself holds nothing: reload, back and forward lose nothing.
@Controller
public class InterviewPage {

    private static final String PATH = "/interview";
    private static final String CHECK = "/interview/check";

    /// What is asked of everybody, in this order.
    private static final List<String> FIRST =
            List.of("act", Questioner.PARTY, "profession", "jurisdiction");

    private final Desk desk;
    private final AnswerViews views;
    private final Questioner questioner;

    public InterviewPage(Desk desk, AnswerViews views, Questioner questioner) {
        this.desk = desk;
        this.views = views;
        this.questioner = questioner;
    }

    @GetMapping(PATH)
    Object question(@RequestParam MultiValueMap<String, String> query) {
        Map<String, Object> facts = ordinary(CaseAddress.read(query));
        Controls controls = Controls.read(query);
        return switch (CaseAddress.scenario(desk.library(), facts, desk.today())) {
            case Loaded.Unsound<Scenario>(var findings) -> Refusals.unknown(findings);
            case Loaded.Sound<Scenario>(var scenario, _) -> {
                try {
                    Optional<QuestionView> asked = asked(facts, controls, scenario);
                    yield asked.isPresent()
                            ? page(asked.get(), facts, controls, HttpStatus.OK)
                            : seeOther(controls.still().address(CHECK, facts));
                } catch (IllegalArgumentException _) {
                    yield Refusals.impossible(facts);
                }
            }
        };
    }

    /// The reply: on to the next question, or to where the question was asked from.
    @PostMapping(PATH)
    Object reply(@RequestParam MultiValueMap<String, String> form, HttpServletRequest request) {
        MultiValueMap<String, String> query = Queries.of(request.getQueryString());
        Map<String, Object> facts = ordinary(CaseAddress.read(query));
        Controls controls = Controls.read(query);
        String fact = Optional.ofNullable(form.getFirst("_fact")).orElse("");
        if (!(CaseAddress.scenario(desk.library(), facts, desk.today())
                        instanceof Loaded.Sound<Scenario>(var scenario, _))
                || !questioner.knows(fact)) {
            return seeOther(controls.address(PATH, facts));
        }
        try {
            QuestionView question =
                    planned(facts, scenario)
                            .filter(q -> q.fact().equals(fact))
                            .orElseGet(() ->
                                    questioner.about(
                                            fact,
                                            Controls.read(form).link(),
                                            decision(facts, scenario),
                                            facts));
            return switch (Reply.read(
                    desk.library(), question, form, facts, controls, desk.today())) {
                case Reply.Fits(var changed, var after) ->
                        seeOther(
                                switch (controls.to().orElse("")) {
                                    case "answer" -> after.bare().address("/answer", changed);
                                    case "check" -> after.address(CHECK, changed);
                                    default -> after.address(PATH, changed);
                                });
                case Reply.Refused(var again) ->
                        page(again, facts, controls, HttpStatus.UNPROCESSABLE_CONTENT);
            };
        } catch (IllegalArgumentException _) {
            return Refusals.impossible(facts);
        }
    }

    /// The answers, to check and change.
    @GetMapping(CHECK)
    ModelAndView check(@RequestParam MultiValueMap<String, String> query) {
        Map<String, Object> facts = ordinary(CaseAddress.read(query));
        Controls controls = Controls.read(query).still();
        if (!facts.containsKey("act")) {
            return new ModelAndView("redirect:" + PATH);
        }
        return switch (CaseAddress.scenario(desk.library(), facts, desk.today())) {
            case Loaded.Unsound<Scenario>(var findings) -> Refusals.unknown(findings);
            case Loaded.Sound<Scenario>(var scenario, _) -> {
                try {
                    yield new ModelAndView(
                            "check", Map.of("c", checked(facts, controls, scenario)));
                } catch (IllegalArgumentException _) {
                    yield Refusals.impossible(facts);
                }
            }
        };
    }

    /// What is not asked after is taken as ordinary, and shown as assumed.
    private static Map<String, Object> ordinary(Map<String, Object> facts) {
        Map<String, Object> all = new java.util.LinkedHashMap<>(facts);
        all.putIfAbsent("rest", "ordinary");
        return all;
    }

    // ── What to ask ─────────────────────────────────────────────────────────────────────────

    private Optional<QuestionView> asked(
            Map<String, Object> facts, Controls controls, Scenario scenario) {
        Optional<String> wanted = controls.ask().filter(questioner::knows);
        if (wanted.isPresent()) {
            return Optional.of(
                    questioner.about(
                            wanted.get(),
                            Math.min(controls.link(), scenario.links().size() - 1),
                            decision(facts, scenario),
                            facts));
        }
        Set<String> given = CaseFacts.given(facts);
        Optional<String> first =
                FIRST.stream()
                        .filter(f -> !given.contains(f) && !controls.asked().contains(f))
                        .findFirst();
        return first.isPresent()
                ? Optional.of(questioner.about(first.get(), 0, decision(facts, scenario), facts))
                : planned(facts, scenario);
    }

    private Optional<Decision> decision(Map<String, Object> facts, Scenario scenario) {
        return facts.containsKey("act") ? Optional.of(views.decision(scenario)) : Optional.empty();
    }

    /// What an interview would ask, whether a text binds included.
    private Optional<QuestionView> planned(Map<String, Object> facts, Scenario scenario) {
        return decision(facts, scenario)
                .filter(d -> !d.answers().isEmpty())
                .flatMap(d -> {
                    Interview interview =
                            Interview.of(
                                    desk.decider(),
                                    scenario,
                                    d.answers().stream().map(Decision.Answer::edition).toList());
                    return interview.next().map(q -> questioner.planned(q, interview.decision()));
                });
    }

    // ── Pages ───────────────────────────────────────────────────────────────────────────────

    private ModelAndView page(
            QuestionView question,
            Map<String, Object> facts,
            Controls controls,
            HttpStatus status) {
        Map<String, Object> model = new HashMap<>();
        boolean wrong = !question.errors().isEmpty();
        model.put("q", question);
        model.put("title", (wrong ? "Error: " : "") + question.text());
        model.put("action", controls.address(PATH, facts));
        model.put("back", back(question, facts, controls));
        model.put("number", position(question, controls));
        model.put("forward", forward(question, facts, controls));
        model.put("changing", controls.to().isPresent());
        Optional<String> stop = Optional.empty();
        if (facts.containsKey("act")
                && CaseAddress.scenario(desk.library(), facts, desk.today())
                        instanceof Loaded.Sound<Scenario>(var scenario, _)) {
            AnswerView view = views.view(facts, scenario, controls);
            stop = view.stop();
            model.put("line", view.line().says());
            model.put("stopHref", controls.still().address(CHECK, facts));
        }
        model.put("stop", stop);
        return new ModelAndView("interview", model, status);
    }

    private static int position(QuestionView question, Controls controls) {
        int at = controls.asked().indexOf(question.fact());
        return (at < 0 ? controls.asked().size() : at) + 1;
    }

    /// To the question before; to where the question was asked from; or to the beginning.
    private static String back(
            QuestionView question, Map<String, Object> facts, Controls controls) {
        if (controls.to().isPresent()) {
            return controls.still()
                    .address(controls.to().get().equals("answer") ? "/answer" : CHECK, facts);
        }
        int at = controls.asked().indexOf(question.fact());
        int before = (at < 0 ? controls.asked().size() : at) - 1;
        return before < 0
                ? "/"
                : controls.asking(controls.asked().get(before), 0, Optional.empty())
                        .address(PATH, facts);
    }

    /// Past a question that was answered before.
    private static Optional<String> forward(
            QuestionView question, Map<String, Object> facts, Controls controls) {
        int at = controls.asked().indexOf(question.fact());
        if (at < 0 || controls.to().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                at + 1 < controls.asked().size()
                        ? controls.asking(controls.asked().get(at + 1), 0, Optional.empty())
                                .address(PATH, facts)
                        : controls.still().address(PATH, facts));
    }

    private CheckView checked(Map<String, Object> facts, Controls controls, Scenario scenario) {
        AnswerView view = views.checked(facts, scenario, controls);
        List<CheckView.Row> rows = new ArrayList<>();
        for (AnswerView.Row row : view.reading().rows()) {
            for (AnswerView.Chip chip : row.chips()) {
                rows.add(row(chip));
            }
        }
        Optional<QuestionView> more = planned(facts, scenario);
        String last =
                controls.asked().isEmpty()
                        ? "/"
                        : controls.asking(controls.asked().getLast(), 0, Optional.empty())
                                .address(PATH, facts);
        return new CheckView(
                rows,
                view.reading().assumed().stream().map(InterviewPage::row).toList(),
                view.line().says(),
                view.stop(),
                more.map(_ -> controls.still().address(PATH, facts)),
                view.places().also(),
                controls.bare().address("/answer", facts),
                last);
    }

    private static CheckView.Row row(AnswerView.Chip chip) {
        String label =
                chip.change()
                        .replaceFirst("^(Change|Add) (what is )?(the )?", "")
                        .replaceFirst(": $", "");
        return new CheckView.Row(Words.capital(label), chip.text(), chip.href(), chip.known());
    }

    private static ResponseEntity<Void> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
    }
}
