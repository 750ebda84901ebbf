package org.plumbline.server.chart;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.load.DateReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.timeline.Row;
import org.plumbline.core.timeline.Timeline;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.page.CaseAddress;
import org.plumbline.server.page.Kept;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// What texts say of one act as time goes by: over the years since the end, or over the days of one
/// person's dates, which start each text's clock where that text starts it.
@Controller
class TimelinePage {

    private static final String ACT = "sexual-contact";
    private static final String PARTY = "former-client";
    private static final List<Choices.Choice> TEXTS =
            List.of(
                    new Choices.Choice("leading", "The leading codes", true),
                    new Choices.Choice("codes", "All codes of ethics", false),
                    new Choices.Choice("laws", "All laws and board rules", false));

    private final Desk desk;
    private final Workshop workshop;
    private final Kept<Spoken, List<Edition>> speaking = new Kept<>(128);

    /// What texts may speak of.
    private record Spoken(String act, String party, LocalDate day) {}

    TimelinePage(Desk desk, Workshop workshop) {
        this.desk = desk;
        this.workshop = workshop;
    }

    /// What an address asks for.
    ///
    /// @param days the days of events, as they were written; none: years since the end
    private record Asked(
            String act,
            String party,
            String texts,
            List<Edition> editions,
            Map<String, String> days) {

        /// Whether the texts were named one by one.
        boolean named() {
            return texts.isEmpty();
        }
    }

    @GetMapping("/timeline")
    String timeline(
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = "HX-Trigger", defaultValue = "") String part,
            HttpServletResponse response,
            Model model) {
        Asked asked = asked(query);
        Map<String, String> errors = errors(asked);
        if (errors.isEmpty() && !asked.days().isEmpty() && scenario(asked).isEmpty()) {
            errors.put(
                    asked.days().keySet().iterator().next(),
                    "These dates cannot all be true of one person");
        }
        Asked drawn =
                errors.isEmpty()
                        ? asked
                        : new Asked(
                                asked.act(),
                                asked.party(),
                                asked.texts(),
                                asked.editions(),
                                Map.of());
        model.addAttribute("busy", false);
        job(drawn)
                .ifPresentOrElse(
                        job -> Working.show(model, "timeline", job),
                        () -> model.addAttribute("busy", true));
        model.addAttribute("events", events(model, asked, errors));
        model.addAttribute("here", "/timeline?" + query(asked) + ids(asked));
        model.addAttribute("errors", errors);
        model.addAttribute("acts", Choices.acts(desk.library().vocabulary(), asked.act()));
        model.addAttribute("people", Choices.people(desk.library().vocabulary(), asked.party()));
        model.addAttribute(
                "texts",
                TEXTS.stream()
                        .map(t ->
                                new Choices.Choice(t.id(), t.words(), t.id().equals(asked.texts())))
                        .toList());
        model.addAttribute("act", asked.act());
        model.addAttribute("party", asked.party());
        model.addAttribute("textsChosen", asked.texts());
        model.addAttribute("svg", "/timeline.svg?" + query(asked) + ids(asked));
        return Working.part(part, response, model).orElse("timeline");
    }

    private Optional<Workshop.Job<TimelineView>> job(Asked drawn) {
        return workshop.job(
                "timeline " + query(drawn) + ids(drawn) + desk.today(),
                job -> {
                    job.total(drawn.editions().size());
                    return TimelineView.of(desk.library(), draw(drawn, job::done));
                });
    }

    /// The events whose days are asked for: those that start a clock in what was drawn, and those of
    /// which a day was given.
    private List<TimelineView.EventField> events(
            Model model, Asked asked, Map<String, String> errors) {
        List<String> ids = new ArrayList<>(asked.days().keySet());
        if (model.getAttribute("timeline") instanceof TimelineView view) {
            view.events().stream().filter(e -> !ids.contains(e)).forEach(ids::add);
        }
        return ids.stream()
                .map(id ->
                        new TimelineView.EventField(
                                id,
                                desk.library().vocabulary().facts().get(id)
                                                instanceof Fact.Event event
                                        ? Choices.capital(event.says())
                                        : id,
                                asked.days().getOrDefault(id, ""),
                                errors.getOrDefault(id, "")))
                .toList();
    }

    private static String ids(Asked asked) {
        return asked.named()
                ? asked.editions().stream()
                        .map(e -> "&edition=" + e.id())
                        .collect(java.util.stream.Collectors.joining())
                : "";
    }

    /// Days are sent, and written into the address once they are days and nothing else.
    @PostMapping("/timeline")
    String days(
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response,
            Model model) {
        Asked asked = asked(form);
        return errors(asked).isEmpty()
                ? "redirect:/timeline?" + query(asked) + ids(asked)
                : timeline(form, "", response, model);
    }

    /// The chart as a file.
    @GetMapping("/timeline.svg")
    ResponseEntity<String> svg(@RequestParam MultiValueMap<String, String> query) {
        Asked asked = asked(query);
        if (!errors(asked).isEmpty() || (!asked.days().isEmpty() && scenario(asked).isEmpty())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return Picture.of(
                job(asked),
                TimelineView::file,
                "timeline.svg",
                "/timeline?" + query(asked) + ids(asked));
    }

    private static String query(Asked asked) {
        var all = new StringBuilder();
        all.append("act=").append(asked.act()).append("&party=").append(asked.party());
        if (!asked.named()) {
            all.append("&texts=").append(asked.texts());
        }
        asked.days()
                .forEach((event, day) -> {
                    if (DateReader.days(day).isPresent()) {
                        all.append('&').append(event).append('=').append(day);
                    }
                });
        return all.toString();
    }

    private Asked asked(MultiValueMap<String, String> query) {
        Library library = desk.library();
        String act = first(query, "act", ACT);
        String party = first(query, "party", PARTY);
        boolean named = query.containsKey("edition");
        String texts = named ? "" : first(query, "texts", "leading");
        if (library.vocabulary().actLeaves(act).isEmpty()
                || !library.vocabulary().acts().containsKey(act)
                || !library.vocabulary().parties().containsKey(party)
                || (!named && TEXTS.stream().noneMatch(t -> t.id().equals(texts)))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Map<String, String> days = new LinkedHashMap<>();
        for (Fact.Event event : library.vocabulary().events()) {
            String day = first(query, event.id(), "").strip();
            if (!day.isEmpty()) {
                days.put(event.id(), day);
            }
        }
        return new Asked(act, party, texts, editions(query, act, party, texts), days);
    }

    private static String first(MultiValueMap<String, String> query, String name, String other) {
        return Optional.ofNullable(query.getFirst(name)).filter(v -> !v.isEmpty()).orElse(other);
    }

    private List<Edition> editions(
            MultiValueMap<String, String> query, String act, String party, String texts) {
        Library library = desk.library();
        List<String> named = query.getOrDefault("edition", List.of());
        if (!named.isEmpty()) {
            return named.stream()
                    .limit(12)
                    .map(id ->
                            library.edition(id)
                                    .orElseThrow(() ->
                                            new ResponseStatusException(HttpStatus.NOT_FOUND)))
                    .toList();
        }
        if (texts.equals("leading")) {
            return Choices.leading(library);
        }
        Row.Group group = texts.equals("codes") ? Row.Group.CODE : Row.Group.LAW;
        return speaking.get(new Spoken(act, party, desk.today()), this::speaking).stream()
                .filter(e -> new Row(e, List.of(), List.of()).group() == group)
                .toList();
    }

    private List<Edition> speaking(Spoken of) {
        return Timeline.editions(desk.decider(), of.act(), of.party(), of.day());
    }

    private static Map<String, String> errors(Asked asked) {
        Map<String, String> errors = new LinkedHashMap<>();
        asked.days()
                .forEach((event, day) -> {
                    if (DateReader.days(day).isEmpty()) {
                        errors.put(
                                event,
                                "Write a day as 2023-05-01, a month as 2023-05 or a year as 2023");
                    }
                });
        return errors;
    }

    private Timeline draw(Asked asked, IntConsumer drawn) {
        var decider = new Decider(desk.library());
        return asked.days().isEmpty()
                ? Timeline.of(
                        decider,
                        asked.act(),
                        asked.party(),
                        new LinkedHashMap<>(),
                        asked.editions(),
                        desk.today(),
                        Timeline.YEARS,
                        drawn)
                : Timeline.over(
                        decider,
                        scenario(asked).orElseThrow(),
                        asked.editions(),
                        Timeline.YEARS,
                        drawn);
    }

    /// The case of somebody with these dates; empty if there can be no such person.
    private Optional<Scenario> scenario(Asked asked) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("act", asked.act());
        facts.put("party", asked.party());
        facts.put("rest", "ordinary");
        facts.putAll(asked.days());
        if (!(CaseAddress.scenario(desk.library(), facts, desk.today())
                instanceof Loaded.Sound<Scenario>(var scenario, _))) {
            return Optional.empty();
        }
        try {
            new Decider(desk.library()).decide(scenario, asked.editions().subList(0, 1));
            return Optional.of(scenario);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
