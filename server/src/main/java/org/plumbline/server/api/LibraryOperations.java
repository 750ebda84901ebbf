package org.plumbline.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.answer.Citation;
import org.plumbline.answer.CodesJson;
import org.plumbline.answer.CompareJson;
import org.plumbline.answer.Matrices;
import org.plumbline.answer.TimelineJson;
import org.plumbline.core.compare.Comparison;
import org.plumbline.core.compare.EditionDifference;
import org.plumbline.core.compare.Limit;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.timeline.Timeline;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.server.api.Operation.Method;
import org.plumbline.server.api.Parameter.Kind;
import org.plumbline.server.desk.Desk;

/// Operations on the texts themselves: list, show, draw over time, compare. They hold no case, so they
/// are read with GET.
record LibraryOperations(Desk desk) {

    private static final Parameter ACTS =
            Parameter.query(
                            "act",
                            Kind.ACT,
                            "an act to look at; all of them if absent",
                            "sexual-contact")
                    .several();

    List<Operation> all() {
        return List.of(
                get(
                        "codes",
                        "/api/v1/codes",
                        "List the editions of the library",
                        "",
                        List.of(),
                        "Editions",
                        false,
                        _ -> new Reply.Document(new CodesJson(desk.library()).list())),
                get(
                        "edition",
                        "/api/v1/codes/{edition}",
                        "Show one edition with its provisions",
                        "",
                        List.of(
                                Parameter.path(
                                        "edition",
                                        Kind.EDITION,
                                        "the id of an edition",
                                        "nasw-2021")),
                        "Edition",
                        false,
                        this::edition),
                get(
                        "provision",
                        "/api/v1/codes/{edition}/{provision}",
                        "Show one provision",
                        "A number that is the beginning of several gives all of them: `1.06` gives"
                                + " `1.06(a)` and what follows.",
                        List.of(
                                Parameter.path(
                                        "edition",
                                        Kind.EDITION,
                                        "the id of an edition",
                                        "nasw-2021"),
                                Parameter.path(
                                        "provision", Kind.TEXT, "a number as printed", "1.06(c)")),
                        "Edition",
                        false,
                        this::edition),
                get(
                        "citation",
                        "/api/v1/citation",
                        "Show what a citation means, as people write it",
                        "`NASW 2021 1.06(c)` gives the edition with the provision. A citation that"
                                + " names no edition gives every one that it may mean, under"
                                + " `ambiguous`.",
                        List.of(
                                Parameter.query("cite", Kind.TEXT, "a citation", "NASW 1.06(c)")
                                        .needed()),
                        "Cited",
                        false,
                        this::citation),
                get(
                        "timeline",
                        "/api/v1/timeline",
                        "What each text says over the years since the service ended",
                        "",
                        List.of(
                                Parameter.query("act", Kind.ACT, "the act", "sexual-contact")
                                        .needed(),
                                Parameter.query(
                                        "party",
                                        Kind.PARTY,
                                        "toward whom; a former client if absent",
                                        "former-client"),
                                Parameter.query(
                                                "edition",
                                                Kind.EDITION,
                                                "an edition to draw; those that speak of it if absent",
                                                "aca-2014")
                                        .several(),
                                Parameter.query(
                                        "years",
                                        Kind.YEARS,
                                        "how many years to draw; 10 if absent",
                                        ""),
                                Parameter.query(
                                        "on",
                                        Kind.DAYS,
                                        "the day on which everything ended; today if absent",
                                        "2026-01-01")),
                        "Timeline",
                        false,
                        this::timeline),
                get(
                        "compare",
                        "/api/v1/compare",
                        "Where two texts answer differently, each with one case",
                        "Each case is as small as it can be and was replayed in the plain evaluator."
                                + " One text, more than two, or `matrix=true` give the matrix of"
                                + " answers instead. Over all acts this takes seconds.",
                        List.of(
                                Parameter.query(
                                                "text",
                                                Kind.CODE,
                                                "a body or an edition: aca, nasw-2021",
                                                "aca")
                                        .several()
                                        .needed(),
                                ACTS,
                                Parameter.query(
                                        "party",
                                        Kind.PARTY,
                                        "toward whom; anybody if absent (in the matrix, a former client)",
                                        "former-client"),
                                Parameter.query(
                                        "on",
                                        Kind.DAYS,
                                        "the day that says which edition of a body is meant; today if"
                                                + " absent",
                                        "2026-06-01"),
                                Parameter.query("matrix", Kind.FLAG, "the matrix of answers", "")),
                        "Compared",
                        true,
                        this::compare),
                get(
                        "diff",
                        "/api/v1/diff",
                        "What changed from one edition to another",
                        "What a member may no longer, may now, must now and no longer must.",
                        List.of(
                                Parameter.query(
                                                "before",
                                                Kind.EDITION,
                                                "the older edition",
                                                "aca-2005")
                                        .needed(),
                                Parameter.query(
                                                "after",
                                                Kind.EDITION,
                                                "the newer edition",
                                                "aca-2014")
                                        .needed(),
                                ACTS),
                        "Difference",
                        true,
                        this::diff));
    }

    private static Operation get(
            String id,
            String path,
            String summary,
            String description,
            List<Parameter> parameters,
            String response,
            boolean weighty,
            java.util.function.Function<Call, Reply> answer) {
        return new Operation(
                id,
                Method.GET,
                path,
                summary,
                description,
                parameters,
                Optional.empty(),
                response,
                weighty,
                answer);
    }

    private Edition named(Call call, String parameter) {
        return desk.library().edition(call.value(parameter).orElseThrow()).orElseThrow();
    }

    private Reply edition(Call call) {
        Edition edition = named(call, "edition");
        String number = call.value("provision").orElse("");
        List<Provision> provisions =
                new Citation(List.of(edition), true, number).provisions(edition);
        return provisions.isEmpty() && !number.isEmpty()
                ? noSuch(edition, number)
                : new Reply.Document(new CodesJson(desk.library()).of(edition, provisions));
    }

    private static Reply noSuch(Edition edition, String number) {
        return Reply.refused(
                List.of(
                        Problem.finding(
                                "request.not-found",
                                "provision",
                                "%s has no provision `%s` here".formatted(edition.id(), number),
                                "one of "
                                        + String.join(
                                                ", ",
                                                edition.provisions().stream()
                                                        .map(Provision::id)
                                                        .toList()))));
    }

    private Reply citation(Call call) {
        String cite = call.value("cite").orElseThrow();
        Optional<Citation> citation = Citation.of(desk.library(), cite);
        if (citation.isEmpty()) {
            return Reply.refused(
                    List.of(
                            Problem.finding(
                                    "request.not-found",
                                    "cite",
                                    "no edition or body at the beginning of the citation",
                                    "an edition or a body and a number, as `nasw-2021 1.06(c)`")));
        }
        if (citation.get().editions().size() > 1) {
            return new Reply.Document(
                    new CodesJson(desk.library()).ambiguous(cite, citation.get()));
        }
        Edition edition = citation.get().editions().getFirst();
        List<Provision> provisions = citation.get().provisions(edition);
        return provisions.isEmpty() && !citation.get().number().isEmpty()
                ? noSuch(edition, citation.get().number())
                : new Reply.Document(new CodesJson(desk.library()).of(edition, provisions));
    }

    private Reply timeline(Call call) {
        String act = call.value("act").orElseThrow();
        String party = call.value("party").orElse("former-client");
        var anchor = call.days("on", desk.today()).first();
        List<Edition> editions = new ArrayList<>();
        call.values("edition")
                .forEach(id -> editions.add(desk.library().edition(id).orElseThrow()));
        if (editions.isEmpty()) {
            editions.addAll(Timeline.editions(desk.decider(), act, party, anchor));
        }
        int years = call.value("years").map(Integer::parseInt).orElse(Timeline.YEARS);
        return new Reply.Document(
                TimelineJson.of(Timeline.of(desk.decider(), act, party, editions, anchor, years)));
    }

    private Reply compare(Call call) {
        var library = desk.library();
        var day = call.days("on", desk.today()).first();
        List<Edition> editions =
                call.values("text").stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .map(word -> Matrices.edition(library, word, day).orElseThrow())
                        .toList();
        Optional<Party> party = call.value("party").map(library.vocabulary().parties()::get);
        if (editions.size() == 2 && !call.given("matrix")) {
            return new Reply.Document(
                    CompareJson.of(
                            Comparison.of(
                                    new Survey(library),
                                    editions.getFirst(),
                                    editions.getLast(),
                                    call.values("act"),
                                    party,
                                    Limit.AMPLE)));
        }
        return Matrices.of(desk.decider(), editions, call.values("act"), party, day)
                .<Reply>map(matrix -> new Reply.Document(CompareJson.of(matrix)))
                .orElseGet(() ->
                        Reply.refused(
                                List.of(
                                        Problem.finding(
                                                "request.parameter.missing",
                                                "party",
                                                "no `party`",
                                                "toward whom"))));
    }

    private Reply diff(Call call) {
        return new Reply.Document(
                CompareJson.of(
                        EditionDifference.of(
                                new Survey(desk.library()),
                                named(call, "before"),
                                named(call, "after"),
                                call.values("act"),
                                Limit.AMPLE)));
    }
}
