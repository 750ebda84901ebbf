package org.plumbline.server.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.answer.Json;
import org.plumbline.server.desk.Desk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/// The page to try the interface: each operation as a form, its answer below, and the command that
/// would have asked the same.
@Controller
class TryPage {

    private final Desk desk;
    private final Operations operations;
    private final Answers answers;

    TryPage(Desk desk, Operations operations, Answers answers) {
        this.desk = desk;
        this.operations = operations;
        this.answers = answers;
    }

    /// What came of it.
    ///
    /// @param command the same on a command line, as `curl` takes it
    public record Tried(int status, String type, String text, String command) {}

    @GetMapping("/api")
    ModelAndView all() {
        return new ModelAndView(
                "api",
                Map.of(
                        "operations",
                        operations.all().stream()
                                .map(o -> TryView.of(o, desk.library(), Map.of()))
                                .toList()));
    }

    @GetMapping("/api/try/{id}")
    ModelAndView form(@PathVariable String id) {
        return new ModelAndView(
                "api-try", Map.of("it", TryView.of(named(id), desk.library(), Map.of())));
    }

    @PostMapping("/api/try/{id}")
    ModelAndView tried(@PathVariable String id, @RequestParam Map<String, String> sent) {
        Operation operation = named(id);
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            String value = sent.getOrDefault(parameter.name(), "");
            if (!value.isBlank()) {
                values.put(
                        parameter.name(),
                        parameter.many()
                                ? Arrays.stream(value.split(",", -1))
                                        .map(String::strip)
                                        .filter(v -> !v.isEmpty())
                                        .toList()
                                : List.of(value));
            }
        }
        String body = body(operation, values, sent);
        String type =
                operation.content().isEmpty()
                        ? operation.types().stream().findFirst().orElse("")
                        : sent.getOrDefault("body-type", "");
        operation.keys().forEach(p -> values.remove(p.name()));
        Answers.Answer answer =
                answers.of(
                        operation,
                        new Call.Raw(values, body.getBytes(StandardCharsets.UTF_8), type),
                        type.equals(Answers.LINES));
        var page = new ModelAndView("api-try");
        page.addObject("it", TryView.of(operation, desk.library(), sent));
        page.addObject(
                "tried",
                new Tried(
                        answer.status(),
                        answer.type(),
                        answer.text(),
                        command(operation, values, type, body)));
        return page;
    }

    private Operation named(String id) {
        return operations
                .byId(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String body(
            Operation operation, Map<String, List<String>> values, Map<String, String> sent) {
        if (operation.content().isPresent()) {
            return sent.getOrDefault("body", "").replace("\r\n", "\n");
        }
        if (operation.keys().isEmpty()) {
            return "";
        }
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        for (Parameter parameter : operation.keys()) {
            List<String> given = values.getOrDefault(parameter.name(), List.of());
            if (parameter.many() && !given.isEmpty()) {
                keys.put(parameter.name(), given);
            } else if (!given.isEmpty()) {
                keys.put(
                        parameter.name(),
                        parameter.kind() == Parameter.Kind.FLAG
                                ? (Object) Boolean.valueOf(given.getFirst())
                                : given.getFirst());
            }
        }
        return Json.line(keys);
    }

    private static String command(
            Operation operation, Map<String, List<String>> values, String type, String body) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            List<String> given = values.getOrDefault(parameter.name(), List.of());
            if (parameter.in() == Parameter.In.PATH) {
                path =
                        path.replace(
                                "{" + parameter.name() + "}",
                                Optional.of(given)
                                        .filter(v -> !v.isEmpty())
                                        .map(v ->
                                                UriUtils.encode(
                                                        v.getFirst(), StandardCharsets.UTF_8))
                                        .orElse(""));
            } else {
                given.forEach(v ->
                        query.add(
                                parameter.name()
                                        + "="
                                        + UriUtils.encode(v, StandardCharsets.UTF_8)));
            }
        }
        String address =
                "http://127.0.0.1:8080"
                        + path
                        + (query.isEmpty() ? "" : "?" + String.join("&", query));
        String sent =
                body.isEmpty()
                        ? ""
                        : " \\\n  -H 'Content-Type: "
                                + type
                                + "' \\\n  --data-binary '"
                                + body.strip().replace("'", "'\\''")
                                + "'";
        return "curl '" + address + "'" + sent;
    }
}
