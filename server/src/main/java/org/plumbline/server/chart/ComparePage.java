package org.plumbline.server.chart;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.answer.Matrices;
import org.plumbline.core.compare.Limit;
import org.plumbline.core.compare.Matrix;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.explore.Address;
import org.plumbline.server.explore.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Texts side by side: the matrix of their answers, where two part, and what an edition changed.
@Controller
class ComparePage {

    private static final int MOST = 12;

    private final Desk desk;
    private final Workshop workshop;

    ComparePage(Desk desk, Workshop workshop) {
        this.desk = desk;
        this.workshop = workshop;
    }

    /// What an address asks for.
    ///
    /// @param about a family of acts; empty for all
    private record Asked(List<Edition> editions, Optional<Party> party, String about) {
        String key() {
            return String.join(" ", editions.stream().map(Edition::id).toList())
                    + " "
                    + party.map(Party::id).orElse("")
                    + " "
                    + about;
        }

        String query() {
            var all = new StringBuilder();
            editions.forEach(e -> all.append("text=").append(e.id()).append('&'));
            party.ifPresent(p -> all.append("party=").append(p.id()).append('&'));
            return all.append("about=").append(about).toString();
        }
    }

    @GetMapping("/compare")
    String compare(
            @RequestParam(name = "text", defaultValue = "") List<String> texts,
            @RequestParam(name = "party", defaultValue = "") String party,
            @RequestParam(name = "about", defaultValue = "") String about,
            @RequestHeader(name = "HX-Trigger", defaultValue = "") String part,
            HttpServletResponse response,
            Model model) {
        Asked asked = asked(texts, party, about);
        Library library = desk.library();
        boolean chosen = !named(texts).isEmpty();
        model.addAttribute(
                "columns", asked.editions().stream().map(e -> Address.edition(e.id())).toList());
        model.addAttribute(
                "first",
                Choices.texts(
                        library, desk.today(), chosen ? asked.editions().getFirst().id() : ""));
        model.addAttribute(
                "second",
                Choices.texts(
                        library,
                        desk.today(),
                        chosen && asked.editions().size() > 1 ? asked.editions().get(1).id() : ""));
        model.addAttribute(
                "people",
                Choices.people(library.vocabulary(), asked.party().map(Party::id).orElse("")));
        model.addAttribute(
                "families", Choices.acts(library.vocabulary(), about).getFirst().choices());
        model.addAttribute("byPerson", asked.editions().size() == 1 && asked.party().isEmpty());
        model.addAttribute("svg", "/compare.svg?" + asked.query());
        model.addAttribute("here", "/compare?" + asked.query());
        matrix(asked)
                .ifPresentOrElse(
                        job -> Working.show(model, "matrix", job),
                        () -> model.addAttribute("busy", true));
        if (chosen && asked.editions().size() == 2) {
            Edition one = asked.editions().getFirst();
            Edition other = asked.editions().getLast();
            model.addAttribute(
                    "pair", Words.brief(library, one) + " and " + Words.brief(library, other));
            workshop.<Apart>job(
                            "apart " + asked.key(),
                            job ->
                                    Apart.of(
                                            library,
                                            one,
                                            other,
                                            asked.party(),
                                            acts(asked.about()),
                                            Limit.AMPLE,
                                            job))
                    .ifPresentOrElse(
                            job -> Working.show(model, "apart", job),
                            () -> model.addAttribute("busy", true));
        }
        return Working.part(part, response, model).orElse("compare");
    }

    /// The matrix as a file.
    @GetMapping("/compare.svg")
    ResponseEntity<String> svg(
            @RequestParam(name = "text", defaultValue = "") List<String> texts,
            @RequestParam(name = "party", defaultValue = "") String party,
            @RequestParam(name = "about", defaultValue = "") String about) {
        Asked asked = asked(texts, party, about);
        return Picture.of(
                matrix(asked), MatrixView::file, "compare.svg", "/compare?" + asked.query());
    }

    private Optional<Workshop.Job<MatrixView>> matrix(Asked asked) {
        Library library = desk.library();
        LocalDate today = desk.today();
        return workshop.job(
                "matrix " + asked.key() + today,
                job -> {
                    Matrix matrix =
                            Matrices.of(
                                            new Decider(library),
                                            asked.editions(),
                                            acts(asked.about()),
                                            asked.party(),
                                            today)
                                    .orElseThrow();
                    return MatrixView.of(library, matrix, asked.editions());
                });
    }

    private List<String> acts(String family) {
        Vocabulary vocabulary = desk.library().vocabulary();
        return family.isEmpty()
                ? List.of()
                : vocabulary.oneOf("act").values().stream()
                        .filter(vocabulary.actLeaves(family)::contains)
                        .toList();
    }

    private Asked asked(List<String> texts, String party, String about) {
        Library library = desk.library();
        List<String> named = named(texts);
        if (named.size() > MOST
                || (!about.isEmpty() && library.vocabulary().actLeaves(about).isEmpty())
                || (!party.isEmpty() && !library.vocabulary().parties().containsKey(party))) {
            throw noSuchPage();
        }
        List<Edition> editions =
                named.isEmpty()
                        ? Choices.leading(library)
                        : named.stream()
                                .map(t ->
                                        Matrices.edition(library, t, desk.today())
                                                .orElseThrow(ComparePage::noSuchPage))
                                .distinct()
                                .toList();
        return new Asked(
                editions, Optional.ofNullable(library.vocabulary().parties().get(party)), about);
    }

    private static List<String> named(List<String> texts) {
        return texts.stream().filter(t -> !t.isEmpty()).toList();
    }

    private static ResponseStatusException noSuchPage() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    // ── Editions ────────────────────────────────────────────────────────────────────────────

    @GetMapping("/diff")
    String diff(
            @RequestParam("from") String from,
            @RequestParam("to") String to,
            @RequestHeader(name = "HX-Trigger", defaultValue = "") String part,
            HttpServletResponse response,
            Model model) {
        Library library = desk.library();
        Edition before = library.edition(from).orElseThrow(ComparePage::noSuchPage);
        Edition after = library.edition(to).orElseThrow(ComparePage::noSuchPage);
        model.addAttribute("before", Words.brief(library, before));
        model.addAttribute("after", Words.brief(library, after));
        model.addAttribute("beforeAddress", Address.edition(before.id()));
        model.addAttribute("afterAddress", Address.edition(after.id()));
        model.addAttribute("here", "/diff?from=" + before.id() + "&to=" + after.id());
        workshop.<Difference>job(
                        "diff " + before.id() + " " + after.id(),
                        job -> Difference.of(library, before, after, Limit.AMPLE, job))
                .ifPresentOrElse(
                        job -> Working.show(model, "difference", job),
                        () -> model.addAttribute("busy", true));
        return Working.part(part, response, model).orElse("diff");
    }
}
