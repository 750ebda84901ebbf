package org.plumbline.server.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.answer.FindingJson;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Severity;
import org.plumbline.core.load.Span;

/// What went wrong, in the form of RFC 9457, with the codes of the findings.
public final class Problem {

    /// Its media type.
    public static final String TYPE = "application/problem+json";

    /// What findings call the body of a request.
    static final String REQUEST = "the request";

    private Problem() {}

    /// The document: `type`, `title`, `status`, `detail`, `code` and `findings`. The first error gives
    /// the code; warnings come along.
    public static Map<String, @Nullable Object> of(int status, List<Finding> findings) {
        Finding first =
                findings.stream()
                        .filter(f -> f.severity() == Severity.ERROR)
                        .findFirst()
                        .orElse(findings.getFirst());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", "urn:plumbline:" + first.code());
        json.put("title", title(status));
        json.put("status", status);
        json.put("detail", first.found() + "; expected: " + first.expected());
        json.put("code", first.code());
        json.put("findings", FindingJson.of(findings));
        return json;
    }

    /// A finding about a request that no file has.
    public static Finding finding(String code, String where, String found, String expected) {
        return Finding.error(code, Span.of(where), found, expected, MEND.getOrDefault(code, ""));
    }

    private static final Map<String, String> MEND =
            Map.ofEntries(
                    Map.entry("request.path", "look at /api/v1/openapi.json"),
                    Map.entry("request.method", "use the method that the header Allow names"),
                    Map.entry("request.media-type", "set the header Content-Type"),
                    Map.entry("request.too-large", "send it in parts"),
                    Map.entry(
                            "request.too-many",
                            "send them in parts; `plumbline audit` takes any number"),
                    Map.entry("request.busy", "try again in a second"),
                    Map.entry("request.body.missing", "send a body"),
                    Map.entry("request.body.shape", "look at the example in /api/v1/openapi.json"),
                    Map.entry("request.parameter.unknown", "take it away, or correct its name"),
                    Map.entry("request.parameter.missing", "give it a value"),
                    Map.entry("request.parameter.twice", "give it once"),
                    Map.entry("request.parameter.value", "correct the value"),
                    Map.entry(
                            "request.foreign",
                            "send it from a program, or from a page of this server"),
                    Map.entry("request.length", "send the header Content-Length"),
                    Map.entry("request.host", "use 127.0.0.1 or localhost, or start with --host"),
                    Map.entry("request.unreadable", "look at /api/v1/openapi.json"),
                    Map.entry("request.not-found", "look at /api/v1/codes"),
                    Map.entry("server.fault", "report it; nothing was kept of what you sent"));

    /// The codes of what can be wrong with a request itself.
    static List<String> codes() {
        return MEND.keySet().stream().sorted().toList();
    }

    /// 404 for what is not there, 413 for what is too large, 429 for too much at once, 400 for what
    /// cannot be read, 422 for what was read and cannot be.
    public static int status(List<Finding> findings) {
        String code = findings.getFirst().code();
        return switch (code) {
            case "request.not-found", "request.path" -> 404;
            case "request.method" -> 405;
            case "request.too-large", "request.too-many", "file.too-large" -> 413;
            case "request.media-type" -> 415;
            case "request.busy" -> 429;
            case "server.fault" -> 500;
            default ->
                    code.startsWith("request.")
                                    || code.startsWith("yaml.")
                                    || code.startsWith("file.")
                            ? 400
                            : 422;
        };
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read";
            case 403 -> "The request comes from elsewhere";
            case 404 -> "There is no such thing here";
            case 405 -> "The address takes another method";
            case 411 -> "The request does not say how long it is";
            case 413 -> "The request is too large";
            case 415 -> "The body is of another kind";
            case 421 -> "This server does not go by that name";
            case 422 -> "What was asked cannot be answered";
            case 429 -> "Too much at once";
            default -> "Something failed here";
        };
    }
}
