package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.answer.Json;
import org.plumbline.server.PlumblineServer;
import org.plumbline.server.api.OpenApi;
import org.springframework.context.ConfigurableApplicationContext;

/// The server answers what the command line prints, byte for byte, and every answer is as
/// `/api/v1/openapi.json` describes it.
class RestContractTest {

    @TempDir static Path folder;

    private static ConfigurableApplicationContext running;
    private static String address;
    private static Map<String, ?> description;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() {
        // Both read the library from its compiled form, or each of the many runs would read every
        // file.
        System.setProperty("plumbline.build", folder.toString());
        running = PlumblineServer.start("127.0.0.1", 0);
        address = "http://127.0.0.1:" + running.getEnvironment().getProperty("local.server.port");
        description = running.getBean(OpenApi.class).document();
    }

    @AfterAll
    static void stop() {
        running.close();
        System.clearProperty("plumbline.build");
    }

    // ── What is asked of both ───────────────────────────────────────────────────────────────

    /// The same thing asked twice.
    ///
    /// @param name what is tried
    /// @param command the words of the command line; `FILE` stands for a file that holds the body
    /// @param suffix of that file
    /// @param method GET or POST
    /// @param path of the address, with its query
    /// @param type the media type of the body; empty for none
    /// @param status of the answer
    /// @param schema of the answer, by name; of each line where it is JSON Lines
    record Twice(
            String name,
            List<String> command,
            String suffix,
            String method,
            String path,
            String type,
            String body,
            int status,
            String schema) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String YAML = "application/yaml";
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private static Twice get(String name, String command, String path, String schema) {
        return new Twice(
                name, List.of(command.split(" ")), ".txt", "GET", path, "", "", 200, schema);
    }

    private static Twice post(
            String name,
            String command,
            String suffix,
            String path,
            String type,
            int status,
            String schema,
            String body) {
        return new Twice(
                name,
                List.of(command.split(" ")),
                suffix,
                "POST",
                path,
                type,
                body,
                status,
                schema);
    }

    private static Twice decide(String name, int status, String body) {
        return post(
                name,
                "decide FILE --on 2026-06-01 --json",
                ".yaml",
                "/decide?on=2026-06-01",
                YAML,
                status,
                status == 200 ? "Decisions" : "Problem",
                body);
    }

    private static final String FRIENDSHIP =
            """
            id: friends
            scenario:
              practitioner: {membership: [nasw, apa]}
              act: friendship
              party: former-client
              date: 2026-06-01
              facts: {exploitation-risk: true}
              rest: ordinary
            """;
    private static final String LAST_SEEN =
            """
            {"id": "last-seen-in-2023", "scenario": {
               "practitioner": {"membership": ["nasw", "aca"]},
               "act": "sexual-contact", "party": "former-client", "date": "2026-06-01",
               "facts": {"service-ended": "2023-05-01", "last-professional-contact": "2023-05-01"},
               "rest": "ordinary"}}
            """;

    static Stream<Twice> decisions() {
        return Stream.of(
                decide("one case in YAML", 200, FRIENDSHIP),
                post(
                        "one case in JSON",
                        "decide FILE --json",
                        ".json",
                        "/decide",
                        JSON,
                        200,
                        "Decision",
                        LAST_SEEN),
                decide("a bare scenario", 200, "act: hug\nparty: current-client\n"),
                decide(
                        "nothing known but the act",
                        200,
                        "practitioner: {membership: nasw}\nact: gift-give\n"),
                decide(
                        "nobody bound",
                        200,
                        "practitioner: {}\nact: friendship\nparty: former-client\n"),
                decide(
                        "day known in part",
                        200,
                        "practitioner: {membership: aca}\nact: sexual-contact\nparty: former-client\ndate: 2026\nfacts: {last-professional-contact: 2021-06}\n"),
                decide(
                        "an id that is not ASCII",
                        200,
                        "id: \"čaj 茶 \\\" \\\\ \"\nscenario: {act: friendship, party: former-client, practitioner: {membership: bacp}}\n"),
                decide("an unknown word", 422, "act: frendship\nparty: ex-client\n"),
                decide(
                        "what cannot be",
                        422,
                        "practitioner: {membership: nasw}\nact: friendship\nparty: former-client\ndate: 2020-01-01\nfacts: {service-began: 2024, last-session: 2020}\n"),
                decide("a list in the place of a case", 422, "- just words\n"),
                decide("an unknown key", 422, "act: friendship\nwho-asks: me\n"),
                decide("not YAML", 400, "act: [friendship\n"),
                decide("an alias", 400, "act: &a friendship\nform: *a\n"),
                decide("a key twice", 400, "act: friendship\nact: hug\n"),
                post(
                        "editions named",
                        "decide FILE --edition nasw-2021 --edition aca-2005 --json",
                        ".yaml",
                        "/decide?edition=nasw-2021&edition=aca-2005",
                        YAML,
                        200,
                        "Decision",
                        FRIENDSHIP),
                post(
                        "with drafts",
                        "decide FILE --drafts --json",
                        ".yaml",
                        "/decide?drafts=true",
                        YAML,
                        200,
                        "Decision",
                        FRIENDSHIP),
                post(
                        "JSON Lines, one of them broken",
                        "decide FILE --on 2026-06-01",
                        ".jsonl",
                        "/decide?on=2026-06-01",
                        LINES,
                        200,
                        "Decisions",
                        """
                        {"id": "a", "scenario": {"practitioner": {"membership": "nasw"}, "act": "friendship", "party": "former-client"}}
                        {"id": "b", "scenario": {"act": "frendship"}}
                        {"id": "c", "scenario": {
                        {"act": "hug", "party": "current-client", "practitioner": {"membership": "aca"}}
                        """),
                post(
                        "slots",
                        "decide FILE --slots --on 2026-06-01 --json",
                        ".json",
                        "/decide?slots=true&on=2026-06-01",
                        JSON,
                        200,
                        "Decision",
                        """
                        {"id": "v1", "facts": {"profession": "social_worker", "party": "former_client", "act": "friendship"}, "codes": ["NASW 2021"]}
                        """),
                post(
                        "slots that name a code nobody holds",
                        "decide FILE --slots --on 2026-06-01 --json",
                        ".json",
                        "/decide?slots=true&on=2026-06-01",
                        JSON,
                        200,
                        "Decision",
                        """
                        {"id": "v2", "facts": {"profession": "counselor", "party": "former_client", "act": "friendship"}, "codes": ["XYZ 2021"]}
                        """),
                post(
                        "what to ask next",
                        "interview --scenario FILE --answers NOTHING --json",
                        ".yaml",
                        "/ask-next",
                        YAML,
                        200,
                        "Interview",
                        "practitioner: {profession: social-worker, membership: unknown}\nact: friendship\nparty: former-client\ndate: 2026-06-01\n"),
                post(
                        "nothing left to ask",
                        "interview --scenario FILE --answers NOTHING --json",
                        ".json",
                        "/ask-next",
                        JSON,
                        200,
                        "Interview",
                        LAST_SEEN));
    }

    private static Twice ask(String question) {
        return post(
                question,
                "ask FILE --on 2026-06-01 --json",
                "",
                "/ask",
                JSON,
                200,
                "Asked",
                Json.line(Map.of("question", question, "on", "2026-06-01")));
    }

    static Stream<Twice> words() {
        return Stream.of(
                ask("Can I be friends with a former client?"),
                ask("can a social worker in ohio date a client two years after therapy ended??"),
                ask("Can I hug a client? And may I accept a gift from her mother?"),
                ask("What is the capital of France?"),
                ask("My client says she wants to kill herself"),
                ask("Will I lose my licence?"),
                ask("\u0000\u0001 \uD83D\uDE00 “friends” with a former client —"),
                ask("' OR 1=1; <script>alert(1)</script>"),
                post(
                        "a place and two memberships",
                        "ask FILE --in us-oh --member NASW --member aca --as client --on 2026-06 --json",
                        "",
                        "/ask",
                        JSON,
                        200,
                        "Asked",
                        "{\"question\": \"May I date an ex-client?\", \"in\": \"us-oh\", \"member\":"
                                + " [\"NASW\", \"aca\"], \"as\": \"client\", \"on\": \"2026-06\"}"),
                post(
                        "questions a line each, one of them none",
                        "read FILE --on 2026-06-01",
                        ".jsonl",
                        "/read?on=2026-06-01",
                        LINES,
                        200,
                        "",
                        """
                        {"id": "1", "text": "Can I be friends with a former client?"}
                        {"id": "2"}
                        not json
                        {"id": 4, "text": "Should a counselor follow a client on Instagram?"}
                        """),
                post(
                        "one question",
                        "read FILE --on 2026-06-01",
                        ".jsonl",
                        "/read?on=2026-06-01",
                        JSON,
                        200,
                        "Reading",
                        "{\"id\": \"1\", \"text\": \"Can I date a client's sister?\"}\n"),
                claims("article.txt", "text/plain"),
                claims("article.md", "text/markdown"),
                claims("article.html", "text/html"));
    }

    private static Twice claims(String name, String type) {
        String text =
                "The NASW code forbids any friendship with a former client. APA Standard 3.04"
                        + " prohibits sexual intimacies with former therapy clients for two years."
                        + " Most codes forbid sex with clients. Talk to your supervisor.";
        return post(
                "claims in " + type,
                "claims FILE --on 2026-06-01 --code nasw --json",
                name,
                "/claims?on=2026-06-01&code=nasw&name=" + name,
                type,
                200,
                "Claims",
                type.equals("text/html") ? "<!doctype html><p>" + text + "</p>" : text);
    }

    static Stream<Twice> texts() {
        return Stream.of(
                get("the list", "codes list --json", "/codes", "Editions"),
                get("an edition", "codes show aca-2014 --json", "/codes/aca-2014", "Edition"),
                get(
                        "a provision",
                        "codes show nasw-2021 1.06(c) --json",
                        "/codes/nasw-2021/1.06(c)",
                        "Edition"),
                get(
                        "the beginning of a number",
                        "codes show nasw-2021 1.06 --json",
                        "/codes/nasw-2021/1.06",
                        "Edition"),
                get(
                        "a citation that names no edition",
                        "codes show NASW 1.06(c) --json",
                        "/citation?cite=NASW%201.06(c)",
                        "Cited"),
                get(
                        "a citation that names one",
                        "codes show NASW 2021 1.06(c) --json",
                        "/citation?cite=NASW+2021+1.06(c)",
                        "Cited"),
                get(
                        "a timeline",
                        "timeline --act sexual-contact --on 2026-01-01 --json",
                        "/timeline?act=sexual-contact&on=2026-01-01",
                        "Timeline"),
                get(
                        "a timeline of two editions",
                        "timeline --act friendship --party former-client --edition nasw-2021"
                                + " --edition aca-2014 --years 3 --on 2024-02-29 --json",
                        "/timeline?act=friendship&party=former-client&edition=nasw-2021&edition=aca-2014"
                                + "&years=3&on=2024-02-29",
                        "Timeline"),
                get(
                        "a comparison",
                        "compare apa aca --act sexual-contact --party former-client --on 2026-06-01"
                                + " --json",
                        "/compare?text=apa&text=aca&act=sexual-contact&party=former-client&on=2026-06-01",
                        "Comparison"),
                get(
                        "a matrix",
                        "compare apa aca nasw --act friendship --act hug --on 2026-06-01 --json",
                        "/compare?text=apa&text=aca&text=nasw&act=friendship&act=hug&on=2026-06-01",
                        "Matrix"),
                get(
                        "a matrix of people",
                        "compare nasw --act friendship --on 2026-06-01 --json",
                        "/compare?text=nasw&act=friendship&on=2026-06-01",
                        "Matrix"),
                get(
                        "a difference",
                        "diff aca-2005 aca-2014 --act sexual-contact --json",
                        "/diff?before=aca-2005&after=aca-2014&act=sexual-contact",
                        "Difference"));
    }

    // ── Asked twice ─────────────────────────────────────────────────────────────────────────

    @ParameterizedTest(name = "{0}")
    @MethodSource({"decisions", "words", "texts"})
    void the_server_answers_what_the_command_line_prints(Twice twice) throws Exception {
        HttpResponse<String> answer =
                send(twice.method(), twice.path(), twice.type(), twice.body());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(twice.status());
        String printed = printed(twice);
        if (twice.status() == 200) {
            assertThat(answer.body()).isEqualTo(printed);
        } else {
            assertThat(findings(answer.body())).isNotEmpty().isEqualTo(findings(printed));
        }
        validate(twice.schema(), answer);
    }

    @Test
    void what_would_change_it_is_what_the_decision_says() throws Exception {
        HttpResponse<String> decided = send("POST", "/decide", JSON, LAST_SEEN);
        HttpResponse<String> changes = send("POST", "/changes", JSON, LAST_SEEN);
        validate("Changes", changes);
        String text = changes.body().substring(changes.body().indexOf("\"changes\""));
        assertThat(text).contains("wait until 2028-05-02", "\"fixed\"");
        assertThat(decided.body()).endsWith(text);
    }

    @Test
    void several_cases_are_a_list_or_lines_whichever_is_accepted() throws Exception {
        String two = "- {act: hug, party: current-client}\n- {act: frendship}\n";
        HttpResponse<String> list = send("POST", "/decide?on=2026-06-01", YAML, two);
        HttpResponse<String> lines =
                send("POST", "/decide?on=2026-06-01", YAML, two, "Accept", LINES);
        assertThat(list.headers().firstValue("Content-Type")).contains(JSON);
        assertThat(lines.headers().firstValue("Content-Type")).contains(LINES);
        assertThat(list.body()).startsWith("[ {").contains("scenario.value.unknown");
        assertThat(lines.body().lines()).hasSize(2);
        validate("Decisions", list);
        validate("Decisions", lines);
    }

    // ── What goes wrong ─────────────────────────────────────────────────────────────────────

    /// @param body a `~` stands for very many bytes
    record Refused(String method, String path, String type, String body, int status, String code) {}

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused("GET", "/codes/nasw-1832", "", "", 404, "request.not-found"),
                new Refused("GET", "/codes/nasw-2021/99.9", "", "", 404, "request.not-found"),
                // A stroke is a part of a number and not of the address.
                new Refused("GET", "/codes/nasw-2021/99/9", "", "", 404, "request.not-found"),
                new Refused("GET", "/citation?cite=XYZ+1", "", "", 404, "request.not-found"),
                new Refused("GET", "/citation", "", "", 400, "request.parameter.missing"),
                new Refused("GET", "/nothing", "", "", 404, "request.path"),
                new Refused("GET", "/ask?question=hello", "", "", 405, "request.method"),
                new Refused("DELETE", "/codes", "", "", 405, "request.method"),
                new Refused("GET", "/timeline", "", "", 400, "request.parameter.missing"),
                new Refused("GET", "/timeline?act=dance", "", "", 400, "request.parameter.value"),
                new Refused(
                        "GET",
                        "/timeline?act=hug&years=1000",
                        "",
                        "",
                        400,
                        "request.parameter.value"),
                new Refused(
                        "GET",
                        "/timeline?act=hug&on=31-12-2025",
                        "",
                        "",
                        400,
                        "request.parameter.value"),
                new Refused(
                        "GET", "/timeline?act=hug&act=hug", "", "", 400, "request.parameter.twice"),
                new Refused(
                        "GET",
                        "/timeline?act=hug&pary=x",
                        "",
                        "",
                        400,
                        "request.parameter.unknown"),
                new Refused("GET", "/compare?text=nobody", "", "", 400, "request.parameter.value"),
                new Refused(
                        "GET",
                        "/diff?before=aca&after=aca-2014",
                        "",
                        "",
                        400,
                        "request.parameter.value"),
                new Refused("POST", "/ask", "", "", 400, "request.body.missing"),
                new Refused("POST", "/ask", "text/plain", "hello", 415, "request.media-type"),
                new Refused("POST", "/ask", JSON, "[1]", 400, "request.body.shape"),
                new Refused("POST", "/ask", JSON, "{\"question\": ", 400, "yaml.syntax"),
                new Refused(
                        "POST", "/ask", JSON, "{\"question\": {}}", 400, "request.parameter.value"),
                new Refused(
                        "POST",
                        "/ask",
                        JSON,
                        "{\"on\": \"2026\"}",
                        400,
                        "request.parameter.missing"),
                new Refused(
                        "POST",
                        "/ask",
                        JSON,
                        "{\"question\": \"x\", \"in\": \"Atlantis\"}",
                        400,
                        "request.parameter.value"),
                new Refused(
                        "POST",
                        "/ask",
                        JSON,
                        "{\"question\": \"x\", \"member\": [\"nobody\"]}",
                        400,
                        "request.parameter.value"),
                new Refused("POST", "/ask", JSON, "~", 413, "request.too-large"),
                new Refused("POST", "/claims", "text/plain", "~", 413, "request.too-large"),
                new Refused(
                        "POST", "/claims", "application/pdf", "%PDF", 415, "request.media-type"),
                new Refused("POST", "/read", JSON, "{\"id\": 1}", 400, "request.body.shape"),
                new Refused(
                        "POST",
                        "/decide",
                        JSON,
                        "[" + "{},".repeat(200) + "{}]",
                        413,
                        "request.too-many"),
                new Refused("POST", "/ask-next", YAML, "cases: []", 422, "scenario.shape"),
                new Refused("POST", "/changes", YAML, "[]", 422, "scenario.shape"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_mistake_is_a_problem_with_a_code(Refused refused) throws Exception {
        String body = refused.body().equals("~") ? "x".repeat(600_000) : refused.body();
        HttpResponse<String> answer = send(refused.method(), refused.path(), refused.type(), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(refused.status());
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\" : \"" + refused.code() + "\"")
                .contains("\"status\" : " + refused.status())
                .doesNotContain("Exception", "org.plumbline", "\tat ");
        validate("Problem", answer);
    }

    @Test
    void every_mistake_is_told_at_once_and_the_words_of_a_question_are_not_repeated()
            throws Exception {
        HttpResponse<String> answer =
                send(
                        "POST",
                        "/ask",
                        JSON,
                        "{\"question\": \""
                                + "Jane Doe ".repeat(300)
                                + "\", \"in\": \"Atlantis\", \"colour\": 1}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("`Atlantis`", "`colour`", "2,700 characters")
                .doesNotContain("Jane Doe");
    }

    // ── The description ─────────────────────────────────────────────────────────────────────

    @Test
    void the_description_is_served_and_every_reference_in_it_leads_somewhere() throws Exception {
        HttpResponse<String> answer = send("GET", "/openapi.json", "", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"openapi\" : \"3.1.1\"");
        List<String> references = new ArrayList<>();
        collect(description, references);
        assertThat(references).hasSizeGreaterThan(200);
        for (String reference : references) {
            assertThat(at(reference)).as(reference).isPresent();
        }
        assertThat(((Map<?, ?>) description.get("paths")).keySet())
                .hasToString(
                        "[/api/v1/read, /api/v1/ask, /api/v1/claims, /api/v1/decide, /api/v1/ask-next,"
                                + " /api/v1/changes, /api/v1/codes, /api/v1/codes/{edition},"
                                + " /api/v1/codes/{edition}/{provision}, /api/v1/citation,"
                                + " /api/v1/timeline, /api/v1/compare, /api/v1/diff]");
    }

    @Test
    void the_schemas_refuse_what_an_answer_is_not() {
        assertThat(schema("Decision").validate("{\"as_of\": \"2026-06-01\"}", InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema("Problem").validate("{\"trace\": \"at x\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    private static void collect(Object node, List<String> references) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (key.equals("$ref")) {
                    references.add((String) value);
                } else {
                    collect(value, references);
                }
            });
        } else if (node instanceof List<?> list) {
            list.forEach(item -> collect(item, references));
        }
    }

    private static Optional<Object> at(String reference) {
        Object here = description;
        for (String step : reference.substring(2).split("/", -1)) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return Optional.ofNullable(here);
    }

    // ── Sending, printing, validating ───────────────────────────────────────────────────────

    private static HttpResponse<String> send(
            String method, String path, String type, String body, String... headers)
            throws Exception {
        String[] halves = path.split("\\?", 2);
        var request =
                HttpRequest.newBuilder(
                        URI.create(
                                address
                                        + "/api/v1"
                                        + halves[0].replace("(", "%28").replace(")", "%29")
                                        + (halves.length > 1 ? "?" + halves[1] : "")));
        if (!type.isEmpty()) {
            request.header("Content-Type", type + "; charset=utf-8");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        request.method(
                method,
                body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String printed(Twice twice) throws Exception {
        Path file =
                folder.resolve(
                        twice.suffix().startsWith(".")
                                ? "input" + twice.suffix()
                                : "a-" + twice.suffix());
        Files.writeString(file, twice.body());
        Path nothing = Files.writeString(folder.resolve("nothing"), "");
        String question = twice.path().equals("/ask") ? question(twice.body()) : "";
        String[] words =
                twice.command().stream()
                        .map(word ->
                                switch (word) {
                                    case "FILE" -> question.isEmpty() ? file.toString() : question;
                                    case "NOTHING" -> nothing.toString();
                                    default -> word;
                                })
                        .toArray(String[]::new);
        var out = new StringWriter();
        var line = Main.commandLine(words);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(new StringWriter(), true));
        line.execute(words);
        String name = twice.path().startsWith("/claims") ? twice.suffix() : "the request";
        return out.toString().replace(file.toString(), name);
    }

    /// The question of a body, as the JSON reader has it.
    private static String question(String body) {
        return new tools.jackson.databind.ObjectMapper()
                .readTree(body)
                .get("question")
                .stringValue();
    }

    /// What stands under `findings`, which ends every document that has them.
    private static String findings(String document) {
        int at = document.indexOf("\"findings\"");
        return at < 0 ? "" : document.substring(at).replaceAll("\\s", "");
    }

    private static void validate(String name, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (name.isEmpty()) {
            return;
        }
        List<String> documents =
                type.startsWith(LINES)
                        ? answer.body().lines().map(l -> "[" + l + "]").toList()
                        : List.of(answer.body());
        for (String document : documents) {
            assertThat(schema(name).validate(document, InputFormat.JSON))
                    .as("%s: %s", name, document)
                    .isEmpty();
        }
    }

    private static Schema schema(String name) {
        return SCHEMAS.computeIfAbsent(
                name,
                n ->
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(
                                        Json.line(
                                                Map.of(
                                                        "$ref",
                                                        "#/components/schemas/" + n,
                                                        "components",
                                                        description.get("components")))));
    }
}
