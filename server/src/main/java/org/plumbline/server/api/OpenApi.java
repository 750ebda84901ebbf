package org.plumbline.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.format.Schemas;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;
import org.plumbline.server.desk.Desk;
import org.springframework.stereotype.Component;

/// The description of the interface, OpenAPI 3.1, made when it is first asked for: addresses and
/// parameters from the [Operations], the schema of a case from the vocabulary (the one that editors
/// complete from), those of the answers from `openapi/schemas.yaml`, which allows no key that it does
/// not name.
@Component
public class OpenApi {

    private final Desk desk;
    private final Operations operations;
    private volatile @Nullable Map<String, @Nullable Object> made;

    OpenApi(Desk desk, Operations operations) {
        this.desk = desk;
        this.operations = operations;
    }

    /// The document.
    public Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> known = made;
        if (known == null) {
            known = make();
            made = known;
        }
        return known;
    }

    private Map<String, @Nullable Object> make() {
        Map<String, @Nullable Object> paths = new LinkedHashMap<>();
        for (Operation operation : operations.all()) {
            Map<String, @Nullable Object> methods = new LinkedHashMap<>();
            methods.put(
                    operation.method().name().toLowerCase(java.util.Locale.ROOT),
                    described(operation));
            paths.put(operation.path(), methods);
        }
        return object(
                "openapi",
                "3.1.1",
                "info",
                object(
                        "title",
                        "Plumbline",
                        "version",
                        "1",
                        "summary",
                        "What codes of ethics and laws say of one act between a professional"
                                + " and a client.",
                        "description",
                        "The same documents as the command line prints with `--json`. Not legal"
                                + " advice. Not being addressed is not permission, and a fact"
                                + " that is not known leaves an answer open. Nothing that is"
                                + " sent is kept.",
                        "license",
                        object("name", "Apache-2.0", "identifier", "Apache-2.0")),
                "servers",
                List.of(object("url", "/")),
                "paths",
                paths,
                "components",
                object("schemas", schemas(), "responses", object("Problem", problem())));
    }

    private Map<String, @Nullable Object> described(Operation operation) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("operationId", operation.id());
        json.put("summary", operation.summary());
        if (!operation.description().isEmpty()) {
            json.put("description", operation.description());
        }
        List<Object> parameters = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in() != Parameter.In.BODY) {
                parameters.add(named(parameter));
            }
        }
        if (!parameters.isEmpty()) {
            json.put("parameters", parameters);
        }
        if (!operation.types().isEmpty()) {
            json.put("requestBody", body(operation));
        }
        Map<String, @Nullable Object> responses = new LinkedHashMap<>();
        responses.put("200", answered(operation));
        responses.put("default", object("$ref", "#/components/responses/Problem"));
        json.put("responses", responses);
        return json;
    }

    private Map<String, @Nullable Object> named(Parameter parameter) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", parameter.name());
        json.put("in", parameter.in() == Parameter.In.PATH ? "path" : "query");
        json.put("description", parameter.says());
        if (parameter.required()) {
            json.put("required", true);
        }
        json.put("schema", schema(parameter));
        if (!parameter.example().isEmpty()) {
            json.put(
                    "example",
                    parameter.many() ? List.of(parameter.example()) : parameter.example());
        }
        return json;
    }

    private Map<String, @Nullable Object> schema(Parameter parameter) {
        Map<String, @Nullable Object> one = parameter.kind().schema(desk.library());
        return parameter.many()
                ? object("type", "array", "items", one, "maxItems", Parameter.MOST)
                : one;
    }

    private Map<String, @Nullable Object> body(Operation operation) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        for (String type : operation.types()) {
            content.put(type, object("schema", bodySchema(operation, type)));
        }
        operation
                .content()
                .filter(c -> c.types().getFirst().startsWith("text/"))
                .ifPresent(c ->
                        content.put(
                                c.types().getFirst(),
                                object(
                                        "schema",
                                        object("type", "string"),
                                        "example",
                                        c.example())));
        return object("required", true, "content", content);
    }

    private Map<String, @Nullable Object> bodySchema(Operation operation, String type) {
        if (operation.content().isEmpty()) {
            Map<String, @Nullable Object> keys = new LinkedHashMap<>();
            List<String> needed = new ArrayList<>();
            for (Parameter parameter : operation.keys()) {
                Map<String, @Nullable Object> schema = new LinkedHashMap<>(schema(parameter));
                schema.put("description", parameter.says());
                keys.put(parameter.name(), schema);
                if (parameter.required()) {
                    needed.add(parameter.name());
                }
            }
            return object(
                    "type",
                    "object",
                    "properties",
                    keys,
                    "required",
                    needed,
                    "additionalProperties",
                    false);
        }
        return type.equals("application/x-ndjson") || operation.content().get().schema().isEmpty()
                ? object("type", "string")
                : ref(operation.content().get().schema().get());
    }

    private static Map<String, @Nullable Object> answered(Operation operation) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("application/json", object("schema", ref(operation.response())));
        if (operation.types().contains("application/x-ndjson")) {
            content.put(
                    "application/x-ndjson",
                    object(
                            "schema",
                            object(
                                    "type",
                                    "string",
                                    "description",
                                    "a document of the schema on each line")));
        }
        return object("description", operation.summary(), "content", content);
    }

    private static Map<String, @Nullable Object> problem() {
        return object(
                "description",
                "What went wrong, with the codes of the findings: 400 cannot be read, 404 not there,"
                        + " 405, 413 too large, 415, 422 read but cannot be, 429 too much at once",
                "content",
                object(Problem.TYPE, object("schema", ref("Problem"))));
    }

    // ── Schemas ─────────────────────────────────────────────────────────────────────────────

    private Map<String, @Nullable Object> schemas() {
        Map<String, @Nullable Object> schemas = new LinkedHashMap<>();
        if (plain(tree("openapi/schemas.yaml")) instanceof Map<?, ?> answers) {
            answers.forEach((name, schema) -> schemas.put(String.valueOf(name), schema));
        }
        schemas.put(
                "Headline",
                object(
                        "type",
                        "string",
                        "enum",
                        java.util.Arrays.stream(Headline.values()).map(Headline::id).toList()));
        schemas.put(
                "ProblemCode",
                object(
                        "type",
                        "string",
                        "description",
                        "the code of a finding, or one of these: "
                                + String.join(", ", Problem.codes())));
        schemas.putAll(vocabulary());
        return schemas;
    }

    /// The definitions of the schema of case files that a scenario needs, each under `case.…`.
    private Map<String, @Nullable Object> vocabulary() {
        String cases =
                Objects.requireNonNull(
                        new Schemas(desk.library()).all().get("schema/cases.schema.json"));
        Map<String, @Nullable Object> renamed = new LinkedHashMap<>();
        if (YamlFile.parse(cases, "cases.schema.json")
                        instanceof Loaded.Sound<Node>(Node.Mapping root, _)
                && root.get("$defs").orElse(null) instanceof Node.Mapping definitions) {
            for (Node.Entry entry : definitions.entries()) {
                String name = entry.key().text();
                if (!NOT_OF_A_SCENARIO.contains(name)) {
                    renamed.put("case." + name, renamed(plain(entry.value())));
                }
            }
        }
        return renamed;
    }

    private static final List<String> NOT_OF_A_SCENARIO =
            List.of("case", "expectation", "headlines");

    private static @Nullable Object renamed(@Nullable Object schema) {
        return switch (schema) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, value) ->
                        copy.put(
                                String.valueOf(key),
                                key.equals("$ref") && value instanceof String to
                                        ? to.replace("#/$defs/", "#/components/schemas/case.")
                                        : renamed(value)));
                yield copy;
            }
            case List<?> list -> list.stream().map(OpenApi::renamed).toList();
            case null, default -> schema;
        };
    }

    private static Node tree(String resource) {
        try (InputStream in =
                Objects.requireNonNull(
                        OpenApi.class.getClassLoader().getResourceAsStream(resource))) {
            if (YamlFile.parse(in.readAllBytes(), resource)
                    instanceof Loaded.Sound<Node>(var root, _)) {
                return root;
            }
            throw new IllegalStateException(resource + " is YAML");
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is in our own archive", e);
        }
    }

    /// A tree as mappings, lists, strings, whole numbers, truth values and null.
    static @Nullable Object plain(Node node) {
        return switch (node) {
            case Node.Mapping mapping -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                mapping.entries().forEach(e -> map.put(e.key().text(), plain(e.value())));
                yield map;
            }
            case Node.Sequence list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.items().forEach(item -> items.add(plain(item)));
                yield items;
            }
            case Node.Scalar scalar -> scalar.quoted() ? scalar.text() : word(scalar.text());
        };
    }

    private static @Nullable Object word(String text) {
        if (text.equals("null") || text.equals("~")) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        return text.matches("-?[0-9]{1,9}") ? (Object) Integer.valueOf(text) : text;
    }

    private static Map<String, @Nullable Object> ref(String schema) {
        return object("$ref", "#/components/schemas/" + schema);
    }

    private static Map<String, @Nullable Object> object(Object... keysAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
