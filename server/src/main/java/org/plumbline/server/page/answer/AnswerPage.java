package org.plumbline.server.page.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.page.CaseAddress;
import org.plumbline.server.page.Controls;
import org.plumbline.server.page.Queries;
import org.plumbline.server.page.Refusals;
import org.plumbline.server.page.question.QuestionView;
import org.plumbline.server.page.question.Questioner;
import org.plumbline.server.page.question.Reply;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The answer to the case that the address holds, with the next question inline.
@Controller
public class AnswerPage {

    private final Desk desk;
    private final AnswerViews views;
    private final Questioner questioner;

    public AnswerPage(Desk desk, AnswerViews views, Questioner questioner) {
        this.desk = desk;
        this.views = views;
        this.questioner = questioner;
    }

    /// @param htmx whether htmx asks, which then takes the region and moves the focus to its heading
    @GetMapping("/answer")
    ModelAndView answer(
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = "HX-Request", required = false) Optional<String> htmx) {
        Map<String, Object> facts = CaseAddress.read(query);
        Controls controls = Controls.read(query);
        if (!facts.containsKey("act")) {
            return new ModelAndView("redirect:" + controls.address("/interview", facts));
        }
        return switch (CaseAddress.scenario(desk.library(), facts, desk.today())) {
            case Loaded.Unsound<Scenario>(var findings) -> Refusals.unknown(findings);
            case Loaded.Sound<Scenario>(var scenario, _) -> {
                try {
                    yield page(views.view(facts, scenario, controls), htmx.isPresent());
                } catch (IllegalArgumentException _) {
                    yield Refusals.impossible(facts);
                }
            }
        };
    }

    private static ModelAndView page(AnswerView view, boolean swapped) {
        return new ModelAndView(
                "answer",
                Map.of(
                        "a",
                        view,
                        "title",
                        view.line().says().replaceFirst("\\.$", ""),
                        "swapped",
                        swapped));
    }

    /// The reply to the next question: on to the answer with it, or the same page with what is wrong.
    @PostMapping("/answer")
    Object reply(@RequestParam MultiValueMap<String, String> form, HttpServletRequest request) {
        MultiValueMap<String, String> query = Queries.of(request.getQueryString());
        Map<String, Object> facts = CaseAddress.read(query);
        Controls controls = Controls.read(query);
        if (!(CaseAddress.scenario(desk.library(), facts, desk.today())
                instanceof Loaded.Sound<Scenario>(var scenario, _))) {
            return seeOther(controls.address("/answer", facts));
        }
        String fact = Optional.ofNullable(form.getFirst("_fact")).orElse("");
        try {
            Decision decision = views.decision(scenario);
            Optional<QuestionView> question =
                    questioner
                            .next(decision)
                            .filter(q -> q.fact().equals(fact))
                            .or(() ->
                                    questioner.knows(fact)
                                            ? Optional.of(
                                                    questioner.about(
                                                            fact,
                                                            Controls.read(form).link(),
                                                            Optional.of(decision),
                                                            facts))
                                            : Optional.empty());
            if (question.isEmpty()) {
                return seeOther(controls.address("/answer", facts));
            }
            return switch (Reply.read(
                    desk.library(), question.get(), form, facts, controls, desk.today())) {
                case Reply.Fits(var changed, var after) ->
                        seeOther(after.bare().address("/answer", changed));
                case Reply.Refused(var again) -> {
                    AnswerView view = views.view(facts, scenario, controls).asking(again);
                    ModelAndView page = page(view, false);
                    page.addObject("title", "Error: " + page.getModel().get("title"));
                    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                    yield page;
                }
            };
        } catch (IllegalArgumentException _) {
            return Refusals.impossible(facts);
        }
    }

    private static ResponseEntity<Void> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
    }
}
