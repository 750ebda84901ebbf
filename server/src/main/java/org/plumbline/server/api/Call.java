package org.plumbline.server.api;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.core.load.DateReader;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;

/// What was asked of an operation, its parameters checked, whichever way it came.
final class Call {

    private final Map<String, List<String>> values;
    private final byte[] body;
    private final String type;

    private Call(Map<String, List<String>> values, byte[] body, String type) {
        this.values = values;
        this.body = body;
        this.type = type;
    }

    /// What came, unchecked: the parameters of the address, the body (empty for none) and its media type
    /// without parameters.
    static final class Raw {
        private final Map<String, List<String>> named;
        private final byte[] body;
        private final String type;

        Raw(Map<String, List<String>> named, byte[] body, String type) {
            this.named = named;
            this.body = body;
            this.type = type;
        }

        Map<String, List<String>> named() {
            return named;
        }

        byte[] body() {
            return body;
        }

        String type() {
            return type;
        }
    }

    /// Checks what came against what an operation takes; every mistake is a finding.
    static Loaded<Call> read(Operation operation, Library library, Raw raw) {
        List<Finding> findings = new ArrayList<>();
        Map<String, List<String>> values = new LinkedHashMap<>(raw.named());
        if (operation.types().isEmpty() && raw.body().length > 0) {
            findings.add(
                    Problem.finding(
                            "request.body.shape", Problem.REQUEST, "a body", "no body at all"));
        }
        if (!operation.types().isEmpty()) {
            if (raw.body().length == 0) {
                return Loaded.unsound(
                        Problem.finding(
                                "request.body.missing",
                                Problem.REQUEST,
                                "no body",
                                "a body of the type " + operation.types().getFirst()));
            }
            if (!operation.types().contains(raw.type())) {
                return Loaded.unsound(
                        Problem.finding(
                                "request.media-type",
                                Problem.REQUEST,
                                raw.type().isEmpty()
                                        ? "a body whose type is not said"
                                        : "a body of the type `%s`".formatted(raw.type()),
                                String.join(" or ", operation.types())));
            }
        }
        if (!operation.keys().isEmpty()) {
            switch (YamlFile.parse(raw.body(), Problem.REQUEST)) {
                case Loaded.Unsound<Node>(var wrong) -> {
                    return new Loaded.Unsound<>(wrong);
                }
                case Loaded.Sound<Node>(var root, _) -> keys(operation, root, values, findings);
            }
        }
        check(operation, library, values, findings);
        return findings.isEmpty()
                ? Loaded.sound(new Call(values, raw.body(), raw.type()))
                : new Loaded.Unsound<>(findings);
    }

    private static void keys(
            Operation operation,
            Node root,
            Map<String, List<String>> values,
            List<Finding> findings) {
        if (!(root instanceof Node.Mapping mapping)) {
            findings.add(
                    Finding.error(
                            "request.body.shape",
                            root.span(),
                            "this is not an object",
                            "a JSON object",
                            "write { first"));
            return;
        }
        for (Node.Entry entry : mapping.entries()) {
            List<Node> items =
                    entry.value() instanceof Node.Sequence list
                            ? list.items()
                            : List.of(entry.value());
            List<String> texts = new ArrayList<>();
            for (Node item : items) {
                if (item instanceof Node.Scalar scalar) {
                    if (!scalar.quoted()
                            && !scalar.text().equals("null")
                            && words(operation, entry.key().text())) {
                        findings.add(
                                Finding.error(
                                        "request.parameter.value",
                                        item.span(),
                                        "`%s` holds a number, or true or false"
                                                .formatted(entry.key().text()),
                                        "words in quotation marks",
                                        "write them in quotation marks"));
                    }
                    if (scalar.quoted() || !scalar.text().equals("null")) {
                        texts.add(scalar.text());
                    }
                } else {
                    findings.add(
                            Finding.error(
                                    "request.parameter.value",
                                    item.span(),
                                    "`%s` holds a list or an object".formatted(entry.key().text()),
                                    "words, a number or true or false",
                                    "write the value itself"));
                }
            }
            if (values.putIfAbsent(entry.key().text(), texts) != null) {
                findings.add(
                        Problem.finding(
                                "request.parameter.twice",
                                entry.key().text(),
                                "`%s` stands in the address and in the body"
                                        .formatted(entry.key().text()),
                                "one value"));
            }
        }
    }

    private static boolean words(Operation operation, String name) {
        return operation.parameters().stream()
                .anyMatch(p -> p.name().equals(name) && p.kind() == Parameter.Kind.TEXT);
    }

    private static void check(
            Operation operation,
            Library library,
            Map<String, List<String>> values,
            List<Finding> findings) {
        List<String> names = operation.parameters().stream().map(Parameter::name).toList();
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                findings.add(
                        Problem.finding(
                                "request.parameter.unknown",
                                "parameter",
                                "`%s`".formatted(shown(name)),
                                names.isEmpty()
                                        ? "no parameter"
                                        : "one of " + String.join(", ", names)));
            }
        }
        for (Parameter parameter : operation.parameters()) {
            List<String> given = values.getOrDefault(parameter.name(), List.of());
            if (given.isEmpty() && parameter.required()) {
                findings.add(
                        Problem.finding(
                                "request.parameter.missing",
                                parameter.name(),
                                "no `%s`".formatted(parameter.name()),
                                parameter.says()));
            }
            if (given.size() > Parameter.MOST) {
                findings.add(
                        Problem.finding(
                                "request.parameter.value",
                                parameter.name(),
                                "%,d values of `%s`".formatted(given.size(), parameter.name()),
                                "at most " + Parameter.MOST));
            }
            if (given.size() > 1 && !parameter.many()) {
                findings.add(
                        Problem.finding(
                                "request.parameter.twice",
                                parameter.name(),
                                "`%s` stands %d times".formatted(parameter.name(), given.size()),
                                "one value"));
            }
            for (String value : given) {
                parameter
                        .kind()
                        .expected(library, value)
                        .ifPresent(expected -> findings.add(wrong(parameter, value, expected)));
            }
        }
    }

    private static Finding wrong(Parameter parameter, String value, String expected) {
        String code =
                parameter.in() == Parameter.In.PATH
                        ? "request.not-found"
                        : "request.parameter.value";
        // Words of a caller's own are not said again: they may name somebody.
        String found =
                parameter.kind() == Parameter.Kind.TEXT
                        ? "`%s` has %,d characters".formatted(parameter.name(), value.length())
                        : "`%s` as `%s`".formatted(shown(value), parameter.name());
        return Problem.finding(code, parameter.name(), found, expected);
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 59) + "…" : line;
    }

    Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    boolean given(String flag) {
        return value(flag).filter("true"::equals).isPresent();
    }

    /// The days that a parameter names; one day where it is absent.
    Known.Range days(String name, LocalDate otherwise) {
        return value(name).flatMap(DateReader::days).orElseGet(() -> Known.Range.of(otherwise));
    }

    byte[] body() {
        return body;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    String type() {
        return type;
    }
}
