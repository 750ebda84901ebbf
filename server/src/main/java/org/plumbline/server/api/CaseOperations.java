package org.plumbline.server.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.answer.Deciding;
import org.plumbline.answer.InterviewJson;
import org.plumbline.answer.Interviews;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.interview.Interview;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Edition;
import org.plumbline.server.api.Operation.Content;
import org.plumbline.server.api.Operation.Method;
import org.plumbline.server.api.Parameter.Kind;
import org.plumbline.server.desk.Desk;

/// Operations on cases that somebody wrote down: decide, what to ask next, what would change it.
record CaseOperations(Desk desk) {

    /// Cases that one request may hold; for more there is `plumbline audit`.
    static final int MOST = 200;

    private static final int LARGEST = 256 * 1024;
    private static final List<String> TYPES =
            List.of("application/json", "application/yaml", "application/x-ndjson");

    static final String EXAMPLE =
            """
            {"id": "last-seen-in-2023",
             "scenario": {
               "practitioner": {"membership": ["nasw", "aca"]},
               "act": "sexual-contact",
               "party": "former-client",
               "date": "2026-06-01",
               "facts": {"service-ended": "2023-05-01", "last-professional-contact": "2023-05-01"},
               "rest": "ordinary"}}
            """;

    private static final Parameter ON =
            Parameter.query(
                    "on",
                    Kind.DAYS,
                    "the day of the act where a case gives none; today if absent",
                    "2026-06-01");
    private static final Parameter EDITIONS =
            Parameter.query(
                            "edition",
                            Kind.EDITION,
                            "an edition to decide under; every one that binds if absent",
                            "")
                    .several();
    private static final Parameter DRAFTS =
            Parameter.query(
                    "drafts",
                    Kind.FLAG,
                    "with editions that hold nothing known better than from memory",
                    "");

    List<Operation> all() {
        return List.of(
                new Operation(
                        "decide",
                        Method.POST,
                        "/api/v1/decide",
                        "Decide cases under the editions named, or under every one that binds",
                        "Takes a case, a list of cases, a case file or JSON Lines, as `plumbline"
                                + " decide` does, at most "
                                + MOST
                                + " of them. One case gives one decision. Several give a list, or,"
                                + " where JSON Lines came or are accepted, a line each, in order:"
                                + " one that cannot be decided has its findings there. A membership,"
                                + " licence, place or employer that a case does not name is not held.",
                        List.of(
                                ON,
                                EDITIONS,
                                Parameter.query(
                                        "slots",
                                        Kind.FLAG,
                                        "the cases are `{id, facts, codes}`, the facts being slots"
                                                + " as `read` gives them",
                                        ""),
                                DRAFTS),
                        Optional.of(new Content(Optional.of("Cases"), TYPES, LARGEST, EXAMPLE)),
                        "Decisions",
                        false,
                        this::decide),
                new Operation(
                        "ask-next",
                        Method.POST,
                        "/api/v1/ask-next",
                        "What to ask next about one case",
                        "The question that can change most, why it is asked, and what is certain"
                                + " already. To answer it, write the fact into the case and ask again;"
                                + " `next` is null when nothing that could be said would change an"
                                + " answer. The document is that of `plumbline interview --json`.",
                        List.of(ON),
                        Optional.of(
                                new Content(
                                        Optional.of("Case"),
                                        TYPES.subList(0, 2),
                                        LARGEST / 4,
                                        EXAMPLE)),
                        "Interview",
                        false,
                        this::askNext),
                new Operation(
                        "changes",
                        Method.POST,
                        "/api/v1/changes",
                        "What would change the answer to one case, and what nobody can change",
                        "The keys `changes` and `fixed` of a decision, each change tried before it"
                                + " is offered.",
                        List.of(ON, EDITIONS, DRAFTS),
                        Optional.of(
                                new Content(
                                        Optional.of("Case"),
                                        TYPES.subList(0, 2),
                                        LARGEST / 4,
                                        EXAMPLE)),
                        "Changes",
                        false,
                        this::changes));
    }

    private Reply decide(Call call) {
        boolean lines = call.type().equals("application/x-ndjson");
        return switch (Deciding.nodes(call.body(), Problem.REQUEST)) {
            case Loaded.Unsound<List<Node>>(var findings) -> Reply.refused(findings);
            case Loaded.Sound<List<Node>>(var nodes, _) -> {
                if (nodes.size() > MOST) {
                    yield Reply.refused(
                            List.of(
                                    Problem.finding(
                                            "request.too-many",
                                            Problem.REQUEST,
                                            "%,d cases".formatted(nodes.size()),
                                            "at most " + MOST)));
                }
                var deciding = deciding(call);
                yield nodes.size() == 1 && !lines
                        ? one(deciding, item(call, nodes.getFirst()))
                        : many(deciding, call, nodes);
            }
        };
    }

    private Deciding deciding(Call call) {
        List<Edition> editions =
                call.values("edition").stream()
                        .map(id -> desk.library().edition(id).orElseThrow())
                        .toList();
        return new Deciding(desk.decider(), editions, call.given("drafts"));
    }

    private Deciding.Item item(Call call, Node node) {
        var form =
                new Deciding.Form(
                        call.days("on", desk.today()),
                        call.value("on").isPresent(),
                        call.given("slots"));
        return Deciding.item(desk.open(), node, form);
    }

    private static Reply one(Deciding deciding, Deciding.Item item) {
        return switch (deciding.decide(item)) {
            case Loaded.Unsound<Decision>(var findings) -> Reply.refused(findings);
            case Loaded.Sound<Decision> decided -> new Reply.Document(deciding.line(item, decided));
        };
    }

    private Reply many(Deciding deciding, Call call, List<Node> nodes) {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (Node node : nodes) {
            Deciding.Item item = item(call, node);
            lines.add(deciding.line(item, deciding.decide(item)));
        }
        return new Reply.Several(lines);
    }

    private Reply askNext(Call call) {
        Loaded<Node> root = YamlFile.parse(call.body(), Problem.REQUEST);
        if (root instanceof Loaded.Unsound<Node>(var findings)) {
            return Reply.refused(findings);
        }
        Node node = ((Loaded.Sound<Node>) root).value();
        return switch (Interviews.of(desk.decider(), node, call.days("on", desk.today()))) {
            case Loaded.Unsound<Interview>(var findings) -> Reply.refused(findings);
            case Loaded.Sound<Interview>(var interview, _) ->
                    new Reply.Document(new InterviewJson(desk.decider()).of(interview));
        };
    }

    private Reply changes(Call call) {
        Loaded<Node> root = YamlFile.parse(call.body(), Problem.REQUEST);
        if (root instanceof Loaded.Unsound<Node>(var findings)) {
            return Reply.refused(findings);
        }
        List<Node> nodes = Deciding.items(((Loaded.Sound<Node>) root).value());
        if (nodes.size() != 1) {
            return Reply.refused(
                    List.of(
                            Finding.error(
                                    "scenario.shape",
                                    ((Loaded.Sound<Node>) root).value().span(),
                                    "this is not one scenario",
                                    "a mapping of facts",
                                    "send one case")));
        }
        Reply reply = one(deciding(call), item(call, nodes.getFirst()));
        return reply instanceof Reply.Document(Map<?, ?> decision)
                ? new Reply.Document(changesOf(decision))
                : reply;
    }

    private static Map<String, @Nullable Object> changesOf(Map<?, ?> decision) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        for (String key : List.of("id", "as_of", "library", "changes", "fixed", "findings")) {
            if (decision.containsKey(key)) {
                json.put(key, decision.get(key));
            }
        }
        return json;
    }
}
