package org.plumbline.server.record;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.page.CaseAddress;
import org.plumbline.server.page.answer.AnswerViews;
import org.plumbline.server.page.verdict.StripDrawing;
import org.plumbline.server.pdf.PdfPress;
import org.plumbline.server.pdf.StripFigure;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// Makes the record of a consultation out of the case in the address and what a person types.
///
/// What is typed is in the body of a request and nowhere else; the answer is decided anew each time,
/// whatever was sent. Nothing is kept.
@Controller
public class RecordPage {

    private static final String PATH = "/record";

    private final Desk desk;
    private final AnswerViews views;
    private final PdfPress press;
    private final InstantSource clock;

    public RecordPage(Desk desk, AnswerViews views, PdfPress press, InstantSource clock) {
        this.desk = desk;
        this.views = views;
        this.press = press;
        this.clock = clock;
    }

    /// What an address holds.
    ///
    /// @param query the case, written anew: never what was sent as it was sent
    /// @param strips how each text that speaks runs over time, by edition
    private record Case(String query, EnginePart engine, Map<String, StripFigure> strips) {}

    @GetMapping(PATH)
    ModelAndView begin(HttpServletRequest request) {
        return switch (read(request)) {
            case Loaded.Unsound<Case>(var findings) -> none(findings);
            case Loaded.Sound<Case>(var known, _) -> form(known, HumanPart.blank(), List.of());
        };
    }

    @PostMapping(PATH)
    ModelAndView make(HttpServletRequest request) {
        return switch (read(request)) {
            case Loaded.Unsound<Case>(var findings) -> none(findings);
            case Loaded.Sound<Case>(var known, _) -> {
                HumanPart human = human(request, known);
                if ("edit".equals(request.getParameter(HumanPart.OWN + "do"))) {
                    yield form(known, human, List.of());
                }
                List<Mistake> mistakes = human.mistakes(desk.today());
                yield mistakes.isEmpty() ? sheet(known, human) : form(known, human, mistakes);
            }
        };
    }

    /// Both parts in one file, or one of them: `own-part` is `chart`, `sealed` or `both`.
    @PostMapping(PATH + "/pdf")
    Object pdf(HttpServletRequest request) {
        return switch (read(request)) {
            case Loaded.Unsound<Case>(var findings) -> none(findings);
            case Loaded.Sound<Case>(var known, _) -> {
                HumanPart human = human(request, known);
                List<Mistake> mistakes = new ArrayList<>(human.mistakes(desk.today()));
                mistakes.addAll(unset(human));
                yield mistakes.isEmpty()
                        ? file(known, record(known, human), part(request))
                        : form(known, human, mistakes);
            }
        };
    }

    // ── What was sent ───────────────────────────────────────────────────────────────────────

    private Loaded<Case> read(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        Map<String, Object> facts;
        try {
            facts =
                    CaseAddress.read(
                            UriComponentsBuilder.fromPath(PATH)
                                    .query(query)
                                    .build(true)
                                    .getQueryParams());
        } catch (IllegalArgumentException _) {
            return new Loaded.Unsound<>(List.of());
        }
        if (!facts.containsKey("act")) {
            return new Loaded.Unsound<>(List.of());
        }
        return switch (CaseAddress.scenario(desk.library(), facts, desk.today())) {
            case Loaded.Unsound<Scenario>(var findings) -> new Loaded.Unsound<>(findings);
            case Loaded.Sound<Scenario>(var scenario, _) ->
                    decided(CaseAddress.of(facts), scenario);
        };
    }

    private Loaded<Case> decided(String query, Scenario scenario) {
        try {
            Decision decision = views.decision(scenario);
            return Loaded.sound(
                    new Case(
                            query,
                            EnginePart.of(desk.library(), decision),
                            views.strips(scenario)));
        } catch (IllegalArgumentException _) {
            return new Loaded.Unsound<>(List.of());
        }
    }

    private static HumanPart human(HttpServletRequest request, Case known) {
        Set<String> duties =
                known.engine().duties().stream()
                        .map(EnginePart.Duty::id)
                        .collect(Collectors.toSet());
        return HumanPart.of(
                name -> {
                    String[] values = request.getParameterValues(name);
                    return values == null ? List.of() : List.of(values);
                },
                duties);
    }

    private static String part(HttpServletRequest request) {
        String part = request.getParameter(HumanPart.OWN + "part");
        return "chart".equals(part) || "sealed".equals(part) ? part : "both";
    }

    /// What the faces of a PDF cannot set, field by field.
    private List<Mistake> unset(HumanPart human) {
        List<Mistake> mistakes = new ArrayList<>();
        human.fields()
                .forEach((name, text) -> {
                    Set<String> signs = press.cannotSet(text);
                    if (!signs.isEmpty()) {
                        mistakes.add(
                                new Mistake(
                                        name,
                                        "A PDF made here cannot show "
                                                + String.join(" ", signs)
                                                + ". Write it in other letters, or print the page instead."));
                    }
                });
        return mistakes;
    }

    // ── What is shown ───────────────────────────────────────────────────────────────────────

    private static ModelAndView none(List<Finding> findings) {
        var page = new ModelAndView("record-none");
        page.setStatus(HttpStatus.BAD_REQUEST);
        page.addObject("findings", findings.stream().map(Finding::mend).distinct().toList());
        return page;
    }

    private static ModelAndView form(Case known, HumanPart human, List<Mistake> mistakes) {
        var page = new ModelAndView("record-form");
        if (!mistakes.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        page.addObject("address", PATH + "?" + known.query());
        page.addObject("answer", "/answer?" + known.query());
        page.addObject("engine", known.engine());
        page.addObject("own", human);
        page.addObject("mistakes", mistakes);
        page.addObject(
                "wrong",
                mistakes.stream()
                        .collect(
                                Collectors.toMap(
                                        Mistake::field, Mistake::says, (first, _) -> first)));
        return page;
    }

    private ModelAndView sheet(Case known, HumanPart human) {
        var page = new ModelAndView("record");
        page.addObject("address", PATH + "?" + known.query());
        page.addObject("file", PATH + "/pdf?" + known.query());
        page.addObject("record", record(known, human));
        Map<String, StripDrawing> strips = new LinkedHashMap<>();
        known.strips().forEach((id, figure) -> strips.put(id, drawing(figure)));
        page.addObject("strips", strips);
        page.addObject("unset", press.cannotSet(String.join(" ", human.fields().values())));
        return page;
    }

    private static StripDrawing drawing(StripFigure figure) {
        return StripDrawing.of(figure.strip(), figure.sinceTheEnd());
    }

    private RecordSheet record(Case known, HumanPart human) {
        return RecordSheet.of(
                known.query(),
                known.engine(),
                human,
                clock.instant().atZone(ZoneId.systemDefault()));
    }

    private ResponseEntity<byte[]> file(Case known, RecordSheet record, String part) {
        Map<String, String> said = new LinkedHashMap<>();
        known.strips().forEach((id, figure) -> said.put(id, drawing(figure).says()));
        byte[] pdf =
                press.print(
                        "pdf/record",
                        Map.of("record", record, "part", part, "figures", said),
                        known.strips());
        String name =
                "consultation-%s%s.pdf"
                        .formatted(record.number(), part.equals("both") ? "" : "-" + part);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(pdf);
    }
}
