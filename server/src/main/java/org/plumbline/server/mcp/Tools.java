package org.plumbline.server.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.plumbline.answer.Asked;
import org.plumbline.answer.AskedJson;
import org.plumbline.answer.Asking;
import org.plumbline.answer.Citation;
import org.plumbline.answer.CodesJson;
import org.plumbline.answer.CompareJson;
import org.plumbline.answer.Deciding;
import org.plumbline.answer.InterviewJson;
import org.plumbline.answer.Interviews;
import org.plumbline.answer.Matrices;
import org.plumbline.answer.Nodes;
import org.plumbline.answer.Practitioner;
import org.plumbline.core.compare.Comparison;
import org.plumbline.core.compare.Limit;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.explain.EditionName;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.interview.Interview;
import org.plumbline.core.interview.Question;
import org.plumbline.core.load.DateReader;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Span;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.server.api.Problem;
import org.plumbline.server.desk.Desk;

/// The tools, over one open library: `ask`, `decide`, `next_question`, `compare`, `show_provision`.
public final class Tools {

    /// What an assistant is told before it calls anything.
    static final String INSTRUCTIONS =
            """
            Plumbline says what codes of ethics and laws say of one act between a professional and a \
            client, a former client or somebody close to one. When you pass an answer on: quote the \
            headline of each text as it stands, cite the edition and the provision, say how well the \
            provision is known, and name the facts that are missing. Never shorten it to yes or no. \
            "Not addressed", "not covered" and "silent" are not permission. If a text is open on a fact, \
            ask the user for that fact; do not guess it, and never settle a judgement that only the \
            professional can make. Give no names of people to a tool. It is not legal advice.\
            """;

    private static final String PASS_ON =
            " Pass on, for each text, the headline as it stands, the citation (edition and provision)"
                    + " and the missing facts; never a bare yes or no. Not addressed, not covered or"
                    + " silent is not permission.";

    private static final String SCENARIO =
            "The case as facts, in the vocabulary of the library. `practitioner` is complete: what it"
                    + " does not name (membership, licence, jurisdiction, employer) is not held; write"
                    + " `unknown` where it is not known. Leave out what is not known; never guess. `rest:"
                    + " ordinary` takes ordinary circumstances for granted and lists them. A wrong word"
                    + " is answered with the nearest right one.";

    private final Desk desk;
    private final List<Tool> all;

    public Tools(Desk desk) {
        this.desk = desk;
        this.all =
                List.of(
                        new Tool(
                                "ask",
                                "Ask in plain words",
                                "Answers a question in plain words, such as “Can a social worker be"
                                        + " friends with a former client?”, under every code and law that"
                                        + " may bind."
                                        + PASS_ON,
                                object(
                                        Map.of(
                                                "question",
                                                text("the question, without names of people"),
                                                "on",
                                                text(
                                                        "the day of the act, as 2026-06-01; today if absent"),
                                                "in",
                                                text("where the practice is: US-OH, GB, CA-ON"),
                                                "member",
                                                list(
                                                        "bodies the practitioner belongs to: nasw, aca"),
                                                "as",
                                                oneOf(
                                                        "who asks",
                                                        List.of("practitioner", "client"))),
                                        "question"),
                                this::ask),
                        new Tool(
                                "decide",
                                "Decide a case",
                                "Decides a case given as facts, under every text that binds or under the"
                                        + " editions named: prohibited until which day, advised against,"
                                        + " open with duties, not addressed."
                                        + PASS_ON,
                                object(
                                        Map.of(
                                                "scenario",
                                                scenario(),
                                                "on",
                                                text(
                                                        "the day of the act where the case gives none"),
                                                "editions",
                                                list("ids of editions: nasw-2021, aca-2014")),
                                        "scenario"),
                                this::decide),
                        new Tool(
                                "next_question",
                                "What to ask next",
                                "Says which one question about a case can change the answer most, why it"
                                        + " matters and what is certain already. Put it to the user in"
                                        + " these words, write the answer into the case and call again."
                                        + " Stop when it says that nothing more can change. Do not answer"
                                        + " it yourself.",
                                object(
                                        Map.of(
                                                "scenario",
                                                scenario(),
                                                "on",
                                                text(
                                                        "the day of the act where the case gives none")),
                                        "scenario"),
                                this::nextQuestion),
                        new Tool(
                                "compare",
                                "Compare two texts",
                                "Says where two codes or editions answer differently on an act, each time"
                                        + " with one concrete case. Quote the case with both answers and"
                                        + " their provisions.",
                                object(
                                        Map.of(
                                                "one", text("a body or an edition: aca, nasw-2021"),
                                                "other", text("another"),
                                                "act", oneOf("the act", acts()),
                                                "party",
                                                        oneOf(
                                                                "toward whom; anybody if absent",
                                                                parties()),
                                                "on",
                                                        text(
                                                                "the day that says which edition of a body"
                                                                        + " is meant")),
                                        "one",
                                        "other",
                                        "act"),
                                this::compare),
                        new Tool(
                                "show_provision",
                                "Show a provision",
                                "Shows a provision of a code or law in our paraphrase, with its source and"
                                        + " how well it is known. Say that it is a paraphrase, and cite"
                                        + " edition and number.",
                                object(
                                        Map.of(
                                                "cite",
                                                text(
                                                        "a citation: nasw-2021 1.06(c), or ACA 2014 A.5.c")),
                                        "cite"),
                                this::showProvision));
    }

    /// Every tool.
    List<Tool> all() {
        return all;
    }

    // ── The tools ───────────────────────────────────────────────────────────────────────────

    private Tool.Result ask(Map<String, Object> given) {
        var arguments = new Arguments(given, "question", "on", "in", "member", "as");
        String question = arguments.needed("question", 2_000);
        var practitioner = new Practitioner(arguments.value("in"), arguments.values("member"));
        practitioner
                .unknown(desk.library())
                .ifPresent(problem -> arguments.wrong("practitioner", problem, "one that is held"));
        arguments
                .value("as")
                .filter(word -> !List.of("practitioner", "client").contains(word))
                .ifPresent(_ -> arguments.wrong("as", "somebody else", "practitioner or client"));
        Known.Range on = on(arguments);
        if (arguments.failed()) {
            return arguments.refused();
        }
        var asking = new Asking(desk.decider(), desk.reader(), false);
        Asked asked = asking.ask(question, practitioner, on);
        return Tool.Result.of(
                new AnswerText(desk.decider()).of(asked), new AskedJson(asking).of(asked));
    }

    private Tool.Result decide(Map<String, Object> given) {
        var arguments = new Arguments(given, "scenario", "on", "editions");
        Known.Range on = on(arguments);
        List<Edition> editions = new ArrayList<>();
        for (String id : arguments.values("editions")) {
            desk.library()
                    .edition(id)
                    .ifPresentOrElse(
                            editions::add,
                            () ->
                                    arguments.wrong(
                                            "editions",
                                            "no edition `%s`".formatted(id),
                                            "an id such as nasw-2021"));
        }
        Optional<Node> scenario = arguments.mapping("scenario");
        if (arguments.failed() || scenario.isEmpty()) {
            return arguments.refused();
        }
        var deciding = new Deciding(desk.decider(), editions, false);
        Deciding.Item item =
                Deciding.item(desk.open(), scenario.get(), new Deciding.Form(on, true, false));
        return switch (deciding.decide(item)) {
            case Loaded.Unsound<Decision>(var findings) -> refused(findings);
            case Loaded.Sound<Decision> decided ->
                    Tool.Result.of(
                            new AnswerText(desk.decider()).of(decided.value()),
                            deciding.line(item, decided));
        };
    }

    private Tool.Result nextQuestion(Map<String, Object> given) {
        var arguments = new Arguments(given, "scenario", "on");
        Known.Range on = on(arguments);
        Optional<Node> scenario = arguments.mapping("scenario");
        if (arguments.failed() || scenario.isEmpty()) {
            return arguments.refused();
        }
        return switch (Interviews.of(desk.decider(), scenario.get(), on)) {
            case Loaded.Unsound<Interview>(var findings) -> refused(findings);
            case Loaded.Sound<Interview>(var interview, _) ->
                    Tool.Result.of(
                            spoken(interview), new InterviewJson(desk.decider()).of(interview));
        };
    }

    private static String spoken(Interview interview) {
        List<String> lines = new ArrayList<>();
        interview.certainty().says().ifPresent(lines::add);
        if (interview.decision().answers().isEmpty()) {
            lines.add(
                    "Ask the user who is bound: in the case `practitioner` is complete, and it names no"
                            + " membership, licence, place or employer whose texts are held. Where that is"
                            + " not known, write `unknown`.");
        } else if (interview.next().isEmpty()) {
            lines.add("No further question could change what a text says; stop asking.");
        } else {
            Question next = interview.next().get();
            lines.add("Ask the user: " + next.text());
            lines.add("Why: " + next.why());
            if (!next.provisions().isEmpty()) {
                lines.add("It stands in: " + String.join(", ", next.provisions()) + ".");
            }
            if (!next.factors().isEmpty()) {
                lines.add("To weigh: " + String.join("; ", next.factors()) + ".");
            }
            lines.add(
                    "Write the answer as the fact `%s`%s; `unknown` if the user does not know."
                            .formatted(
                                    next.fact(),
                                    next.options().isEmpty()
                                            ? ""
                                            : ", one of "
                                                    + String.join(
                                                            ", ",
                                                            next.options().stream()
                                                                    .map(Question.Option::word)
                                                                    .toList())));
        }
        return String.join("\n", lines);
    }

    private Tool.Result compare(Map<String, Object> given) {
        var arguments = new Arguments(given, "one", "other", "act", "party", "on");
        Library library = desk.library();
        var day = on(arguments).first();
        List<Edition> two = new ArrayList<>();
        for (String name : List.of("one", "other")) {
            String word = arguments.needed(name, 60);
            if (word.isBlank()) {
                continue;
            }
            Matrices.edition(library, word.toLowerCase(java.util.Locale.ROOT), day)
                    .ifPresentOrElse(
                            two::add,
                            () ->
                                    arguments.wrong(
                                            name,
                                            "no body or edition `%s`".formatted(word),
                                            "a body or an edition, as aca or nasw-2021"));
        }
        String act = arguments.needed("act", 60);
        if (!act.isBlank() && !acts().contains(act)) {
            arguments.wrong("act", "no act `%s`".formatted(act), String.join(", ", acts()));
        }
        Optional<Party> party = arguments.value("party").map(library.vocabulary().parties()::get);
        if (arguments.value("party").isPresent() && party.isEmpty()) {
            arguments.wrong("party", "no such party", String.join(", ", parties()));
        }
        if (arguments.failed()) {
            return arguments.refused();
        }
        Comparison comparison =
                Comparison.of(
                        new Survey(library),
                        two.getFirst(),
                        two.getLast(),
                        List.of(act),
                        party,
                        Limit.AMPLE);
        return Tool.Result.of(spoken(comparison), CompareJson.of(comparison));
    }

    private String spoken(Comparison comparison) {
        String one = EditionName.brief(desk.library(), comparison.one());
        String other = EditionName.brief(desk.library(), comparison.other());
        List<String> lines = new ArrayList<>();
        lines.add(one + " and " + other + ":");
        if (comparison.alike()) {
            lines.add("They answer alike in every case of this act.");
        }
        for (Comparison.OfAct act : comparison.acts()) {
            for (Comparison.Point point : act.points()) {
                lines.add(
                        "- %s %s %s; %s %s."
                                .formatted(
                                        point.story(),
                                        one,
                                        Comparison.says(
                                                comparison.one(), point.here(), point.witness()),
                                        other,
                                        Comparison.says(
                                                comparison.other(),
                                                point.there(),
                                                point.witness())));
            }
            if (!act.undetermined().isEmpty()) {
                lines.add("Not determined whether they differ in other ways.");
            }
        }
        lines.add(
                "Each case is as small as it can be and was decided again. * marks a judgement that"
                        + " only the professional can make.");
        lines.add(AnswerText.END);
        return String.join("\n", lines);
    }

    private Tool.Result showProvision(Map<String, Object> given) {
        var arguments = new Arguments(given, "cite");
        String cite = arguments.needed("cite", 200);
        if (arguments.failed()) {
            return arguments.refused();
        }
        Optional<Citation> citation = Citation.of(desk.library(), cite);
        if (citation.isEmpty()) {
            arguments.wrong(
                    "cite",
                    "no edition or body at the beginning of the citation",
                    "an edition or a body and a number, as `nasw-2021 1.06(c)`");
            return arguments.refused();
        }
        var json = new CodesJson(desk.library());
        if (citation.get().editions().size() > 1) {
            return Tool.Result.of(
                    "The citation names no edition. Ask which is meant, or cite the one in force: "
                            + String.join(
                                    "; ",
                                    citation.get().editions().stream()
                                            .map(e ->
                                                    e.id()
                                                            + ", in force from "
                                                            + e.inForce().words())
                                            .toList())
                            + ".",
                    json.ambiguous(cite, citation.get()));
        }
        Edition edition = citation.get().editions().getFirst();
        List<Provision> provisions = citation.get().provisions(edition);
        if (provisions.isEmpty()) {
            arguments.wrong(
                    "cite",
                    "%s has no such provision here".formatted(edition.id()),
                    "one of "
                            + String.join(
                                    ", ",
                                    edition.provisions().stream().map(Provision::id).toList()));
            return arguments.refused();
        }
        return Tool.Result.of(spoken(edition, provisions), json.of(edition, provisions));
    }

    private static String spoken(Edition edition, List<Provision> provisions) {
        List<String> lines = new ArrayList<>();
        lines.add(
                edition.title()
                        + " ["
                        + edition.id()
                        + "], in force from "
                        + edition.inForce().words());
        for (Provision provision : provisions) {
            lines.add("");
            lines.add(provision.id() + " " + provision.title());
            lines.add("In our paraphrase, not its own words: " + provision.says());
            provision.allNorms().forEach(norm -> lines.add("- " + norm.reads()));
            lines.add(
                    "Source: %s. %s"
                            .formatted(
                                    provision.source(),
                                    VerdictSentence.verified(provision.verified().word())));
        }
        lines.add("");
        lines.add(AnswerText.END);
        return String.join("\n", lines);
    }

    private Known.Range on(Arguments arguments) {
        Optional<String> text = arguments.value("on");
        if (text.isEmpty()) {
            return Known.Range.of(desk.today());
        }
        return DateReader.days(text.get())
                .orElseGet(() -> {
                    arguments.wrong("on", "no date", "2026-06-01, 2026-06 or 2026");
                    return Known.Range.of(desk.today());
                });
    }

    // ── What is given ───────────────────────────────────────────────────────────────────────

    /// The arguments of a call, with what is wrong with them.
    private static final class Arguments {
        private final Map<String, Object> given;
        private final List<Finding> findings = new ArrayList<>();

        private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

        Arguments(Map<String, Object> given, String... names) {
            this.given = given;
            given.forEach((name, value) -> {
                if (!List.of(names).contains(name)) {
                    findings.add(
                            Problem.finding(
                                    "request.parameter.unknown",
                                    "argument",
                                    WORD.matcher(name).matches()
                                            ? "`%s`".formatted(name)
                                            : "a name that is no word",
                                    "one of " + String.join(", ", names)));
                } else if (!name.equals("scenario") && value != null && !isText(value)) {
                    wrong(name, "no text", "text, in quotation marks");
                }
            });
        }

        private static boolean isText(Object value) {
            return value instanceof String
                    || (value instanceof List<?> list
                            && list.stream().allMatch(String.class::isInstance));
        }

        String needed(String name, int longest) {
            String text = value(name).orElse("");
            if (text.isBlank()) {
                findings.add(
                        Problem.finding(
                                "request.parameter.missing",
                                name,
                                "no `%s`".formatted(name),
                                "a text of at most %,d characters".formatted(longest)));
            } else if (text.length() > longest) {
                wrong(name, "too long a text", "at most %,d characters".formatted(longest));
            }
            return text;
        }

        Optional<String> value(String name) {
            return values(name).stream().findFirst();
        }

        List<String> values(String name) {
            return switch (given.get(name)) {
                case null -> List.of();
                case List<?> list -> list.stream().map(String::valueOf).toList();
                case Object value -> List.of(String.valueOf(value));
            };
        }

        Optional<Node> mapping(String name) {
            if (given.get(name) instanceof Map<?, ?> map) {
                return Optional.of(Nodes.of(map, "the " + name));
            }
            wrong(name, "no object", "an object of facts: act, party, practitioner …");
            return Optional.empty();
        }

        void wrong(String name, String found, String expected) {
            findings.add(
                    Finding.error(
                            "request.parameter.value",
                            Span.of(name),
                            found,
                            expected,
                            "correct the argument and call again"));
        }

        boolean failed() {
            return !findings.isEmpty();
        }

        Tool.Result refused() {
            return Tools.refused(findings);
        }
    }

    private static Tool.Result refused(List<Finding> findings) {
        String text =
                String.join(
                        "\n",
                        findings.stream()
                                .map(f ->
                                        "%s: %s; expected: %s; to mend: %s [%s]"
                                                .formatted(
                                                        f.span().file(),
                                                        f.found(),
                                                        f.expected(),
                                                        f.mend(),
                                                        f.code()))
                                .toList());
        return new Tool.Result(
                "No answer. " + text, Problem.of(Problem.status(findings), findings), true);
    }

    // ── Schemas of arguments ────────────────────────────────────────────────────────────────

    private List<String> acts() {
        return List.copyOf(new TreeSet<>(desk.library().vocabulary().oneOf("act").values()));
    }

    private List<String> parties() {
        return List.copyOf(new TreeSet<>(desk.library().vocabulary().parties().keySet()));
    }

    private Map<String, Object> scenario() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "practitioner",
                Map.of(
                        "type",
                        "object",
                        "description",
                        "profession, membership, licence, jurisdiction, employer"));
        properties.put("act", oneOf("what is to be done", acts()));
        properties.put("party", oneOf("toward whom", parties()));
        properties.put("date", text("the day of the act"));
        properties.put(
                "facts",
                Map.of(
                        "type",
                        "object",
                        "description",
                        "what else is known: service-ended: 2023-05-01, exploitation-risk: true"));
        properties.put("rest", oneOf("what is taken of the rest", List.of("ordinary")));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("description", SCENARIO);
        schema.put("properties", properties);
        schema.put("required", List.of("act"));
        return schema;
    }

    private static Map<String, Object> text(String says) {
        return Map.of("type", "string", "description", says);
    }

    private static Map<String, Object> list(String says) {
        return Map.of("type", "array", "items", Map.of("type", "string"), "description", says);
    }

    private static Map<String, Object> oneOf(String says, List<String> words) {
        return Map.of("type", "string", "description", says, "enum", words);
    }

    private static Map<String, Object> object(Map<String, Object> properties, String... needed) {
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                List.of(needed),
                "additionalProperties",
                false);
    }
}
