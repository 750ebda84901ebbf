package org.plumbline.server.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.answer.AskedJson;
import org.plumbline.answer.Asking;
import org.plumbline.answer.Claims;
import org.plumbline.answer.Json;
import org.plumbline.answer.Practitioner;
import org.plumbline.ask.ReadLines;
import org.plumbline.ask.claims.ClaimChecker;
import org.plumbline.ask.claims.Decoded;
import org.plumbline.ask.claims.Prose;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;
import org.plumbline.server.api.Operation.Content;
import org.plumbline.server.api.Operation.Method;
import org.plumbline.server.api.Parameter.Kind;
import org.plumbline.server.desk.Desk;

/// Operations on plain words: read a question, answer it, check what a text says of codes and laws.
/// Words come in bodies only, never in an address, which others may log.
record WordOperations(Desk desk) {

    /// Bytes of a text whose claims are checked at once: some twelve pages.
    static final int LONGEST_CLAIMS = 64 * 1024;

    /// Questions that may be read at once.
    static final int MOST = 500;

    private static final Parameter ON =
            Parameter.query("on", Kind.DAYS, "the day of the act; today if absent", "2026-06-01");

    List<Operation> all() {
        return List.of(
                new Operation(
                        "read",
                        Method.POST,
                        "/api/v1/read",
                        "Read questions in plain words: what they mean, as slots and as a case",
                        "One question as `{\"id\", \"text\"}`, or JSON Lines of them (at most "
                                + MOST
                                + "), a line each, in order, as `plumbline read` does.",
                        List.of(ON),
                        Optional.of(
                                new Content(
                                        Optional.of("Question"),
                                        List.of("application/json", "application/x-ndjson"),
                                        LONGEST_CLAIMS * 4,
                                        "{\"id\": \"1\", \"text\": \"Can I be friends with a former client?\"}\n")),
                        "Reading",
                        false,
                        this::read),
                new Operation(
                        "ask",
                        Method.POST,
                        "/api/v1/ask",
                        "Answer a question in plain words under every code that may bind",
                        "Who is bound stays open where it is not said; ordinary circumstances are"
                                + " assumed and listed under `assumed`. Out of scope, `decision` is"
                                + " null and `nearest` holds the nearest questions that could be"
                                + " answered.",
                        List.of(
                                Parameter.body(
                                                "question",
                                                Kind.TEXT,
                                                "the question, in plain words",
                                                "Can a social worker be friends with a former client?")
                                        .needed(),
                                Parameter.body(
                                        "as", Kind.ASKER, "who asks: practitioner or client", ""),
                                Parameter.body(
                                        "on",
                                        Kind.DAYS,
                                        "the day of the act; today if absent",
                                        "2026-06-01"),
                                Parameter.body(
                                        "in",
                                        Kind.PLACE,
                                        "where the practice is: US-OH, GB, CA-ON …",
                                        ""),
                                Parameter.body(
                                                "member",
                                                Kind.BODY,
                                                "a body the practitioner belongs to: nasw, aca …",
                                                "")
                                        .several(),
                                Parameter.body(
                                        "drafts",
                                        Kind.FLAG,
                                        "with editions that hold nothing known better than from memory",
                                        "")),
                        Optional.empty(),
                        "Asked",
                        false,
                        this::ask),
                new Operation(
                        "claims",
                        Method.POST,
                        "/api/v1/claims",
                        "Check what a text says about codes and laws, sentence by sentence",
                        "Each sentence that asserts something is held against the library:"
                                + " supported, understated, overstated, outdated, silent, contradicted"
                                + " or not checkable. Nothing is kept of the text.",
                        List.of(
                                ON,
                                Parameter.query(
                                        "code",
                                        Kind.CODE,
                                        "what “the code” means: a body or an edition",
                                        ""),
                                Parameter.query(
                                        "name",
                                        Kind.TEXT,
                                        "what the answer calls the text",
                                        "article.txt"),
                                Parameter.query(
                                        "drafts",
                                        Kind.FLAG,
                                        "with editions that hold nothing known better than from memory",
                                        "")),
                        Optional.of(
                                new Content(
                                        Optional.empty(),
                                        List.of("text/plain", "text/markdown", "text/html"),
                                        LONGEST_CLAIMS,
                                        "The NASW code forbids any friendship with a former client.\n")),
                        "Claims",
                        true,
                        this::claims));
    }

    private Reply read(Call call) {
        boolean lines = call.type().equals("application/x-ndjson");
        byte[] input = call.body();
        if (lines) {
            long many = call.text().lines().filter(l -> !l.isBlank()).count();
            if (many > MOST) {
                return Reply.refused(
                        List.of(
                                Problem.finding(
                                        "request.too-many",
                                        Problem.REQUEST,
                                        "%,d questions".formatted(many),
                                        "at most " + MOST)));
            }
        } else {
            switch (YamlFile.parse(input, Problem.REQUEST)) {
                case Loaded.Unsound<Node>(var findings) -> {
                    return Reply.refused(findings);
                }
                case Loaded.Sound<Node>(var root, _) -> {
                    Optional<String> text =
                            scalar(root, "text").filter(t -> t.length() <= Parameter.LONGEST_TEXT);
                    if (text.isEmpty()) {
                        return Reply.refused(
                                List.of(
                                        Problem.finding(
                                                "request.body.shape",
                                                Problem.REQUEST,
                                                "no `text` that is a question",
                                                "{\"id\", \"text\"}, the text of at most %,d characters"
                                                        .formatted(Parameter.LONGEST_TEXT))));
                    }
                    Map<String, @Nullable Object> line = new LinkedHashMap<>();
                    scalar(root, "id").ifPresent(id -> line.put("id", id));
                    line.put("text", text.get());
                    input = Json.line(line).getBytes(StandardCharsets.UTF_8);
                }
            }
        }
        var out = new StringWriter();
        try {
            new ReadLines(desk.reader(), call.days("on", desk.today()).last(), 1)
                    .copy(new ByteArrayInputStream(input), out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return new Reply.Written(out.toString(), lines);
    }

    private static Optional<String> scalar(Node root, String key) {
        return root instanceof Node.Mapping mapping
                ? mapping.get(key)
                        .filter(Node.Scalar.class::isInstance)
                        .map(n -> ((Node.Scalar) n).text())
                : Optional.empty();
    }

    private Reply ask(Call call) {
        var asking = new Asking(desk.decider(), desk.reader(), call.given("drafts"));
        var practitioner = new Practitioner(call.value("in"), call.values("member"));
        return new Reply.Document(
                new AskedJson(asking)
                        .of(
                                asking.ask(
                                        call.value("question").orElseThrow(),
                                        practitioner,
                                        call.days("on", desk.today()))));
    }

    private Reply claims(Call call) {
        var on = call.days("on", desk.today()).first();
        var options =
                new ClaimChecker.Options(
                        call.value("code").map(c -> c.toLowerCase(Locale.ROOT)),
                        call.given("drafts"));
        String name = call.value("name").orElse(Problem.REQUEST);
        Loaded<String> source = Decoded.of(call.body(), Problem.REQUEST);
        Loaded<ClaimChecker> checker = Claims.checker(desk.open(), desk.reader(), on, options);
        if (source instanceof Loaded.Unsound<String>(var findings)) {
            return Reply.refused(findings);
        }
        if (checker instanceof Loaded.Unsound<ClaimChecker>(var findings)) {
            return Reply.refused(findings);
        }
        String text = ((Loaded.Sound<String>) source).value();
        Prose.Kind kind =
                switch (call.type()) {
                    case "text/html" -> Prose.Kind.HTML;
                    case "text/markdown" -> Prose.Kind.MARKDOWN;
                    default -> Prose.Kind.of(name, text);
                };
        var checked = ((Loaded.Sound<ClaimChecker>) checker).value().check(Prose.of(kind, text));
        return new Reply.Document(
                Claims.json(desk.library(), on, List.of(new Claims.Checked(name, checked))));
    }
}
