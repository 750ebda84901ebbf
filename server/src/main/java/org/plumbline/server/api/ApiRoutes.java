package org.plumbline.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.plumbline.answer.Json;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.server.desk.Desk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The operations over HTTP. Whatever happens under `/api/v1` is answered in JSON, what goes wrong as a
/// [Problem]; no trace and none of the caller's words go into an answer or a log.
@Configuration
class ApiRoutes {

    private static final System.Logger LOG = System.getLogger(ApiRoutes.class.getName());
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    /// Comparisons may take seconds; beside them a core stays free for questions.
    private final Semaphore weighty = new Semaphore(2);

    @Bean
    RouterFunction<ServerResponse> api(Operations operations, OpenApi openApi, Desk desk) {
        var routes = RouterFunctions.route();
        for (Operation operation : operations.all()) {
            routes.route(
                    RequestPredicates.method(HttpMethod.valueOf(operation.method().name()))
                            .and(RequestPredicates.path(operation.path())),
                    request -> safely(() -> answer(operation, desk, request)));
        }
        routes.GET(
                "/api/v1/openapi.json",
                _ -> safely(() -> ok(JSON, Json.document(openApi.document()))));
        for (Operation operation : operations.all()) {
            routes.route(
                    RequestPredicates.path(operation.path()),
                    request -> otherMethod(operations, operation, request));
        }
        routes.route(
                RequestPredicates.path("/api/v1/**"),
                _ ->
                        problem(
                                List.of(
                                        Problem.finding(
                                                "request.path",
                                                Problem.REQUEST,
                                                "no operation has this address",
                                                "an address of /api/v1/openapi.json"))));
        return routes.build();
    }

    private static ServerResponse otherMethod(
            Operations operations, Operation operation, ServerRequest request) {
        String allowed =
                String.join(
                        ", ",
                        operations.all().stream()
                                .filter(o -> o.path().equals(operation.path()))
                                .map(o -> o.method().name())
                                .distinct()
                                .toList());
        List<Finding> findings =
                List.of(
                        Problem.finding(
                                "request.method",
                                Problem.REQUEST,
                                "the method " + request.method().name(),
                                allowed));
        return ServerResponse.status(405)
                .header(HttpHeaders.ALLOW, allowed)
                .contentType(MediaType.parseMediaType(Problem.TYPE))
                .body(bytes(Json.document(Problem.of(405, findings))));
    }

    private ServerResponse answer(Operation operation, Desk desk, ServerRequest request)
            throws IOException {
        byte[] body;
        try (InputStream in = request.servletRequest().getInputStream()) {
            body = in.readNBytes(operation.limit() + 1);
        }
        if (body.length > operation.limit()) {
            return problem(
                    List.of(
                            Problem.finding(
                                    "request.too-large",
                                    Problem.REQUEST,
                                    "more than %,d bytes".formatted(operation.limit()),
                                    "at most %,d bytes".formatted(operation.limit()))));
        }
        var raw = new Call.Raw(named(request), body, type(request));
        return switch (Call.read(operation, desk.library(), raw)) {
            case Loaded.Unsound<Call>(var findings) -> problem(findings);
            case Loaded.Sound<Call>(var call, _) -> {
                if (operation.weighty() && !weighty.tryAcquire()) {
                    yield problem(
                            List.of(
                                    Problem.finding(
                                            "request.busy",
                                            Problem.REQUEST,
                                            "other requests that take long are being answered",
                                            "fewer at once")));
                }
                try {
                    yield written(operation.answer().apply(call), linesWanted(request));
                } finally {
                    if (operation.weighty()) {
                        weighty.release();
                    }
                }
            }
        };
    }

    private static Map<String, List<String>> named(ServerRequest request) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        request.params().forEach((name, values) -> named.put(name, new ArrayList<>(values)));
        request.pathVariables().forEach((name, value) -> named.put(name, List.of(value)));
        return named;
    }

    private static String type(ServerRequest request) {
        String type = request.headers().firstHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return "";
        }
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT);
    }

    /// Whether several documents are to be lines: as they came, unless the caller says otherwise.
    private static boolean linesWanted(ServerRequest request) {
        String accepted = String.join(",", request.headers().header(HttpHeaders.ACCEPT));
        if (accepted.contains(LINES)) {
            return true;
        }
        return type(request).equals(LINES) && !accepted.contains(JSON);
    }

    private static ServerResponse written(Reply reply, boolean linesWanted) {
        return switch (reply) {
            case Reply.Refused(var status, var findings) -> problem(status, findings);
            case Reply.Document(var json) -> ok(JSON, Json.document(json) + "\n");
            case Reply.Written(var text, var lines) -> ok(lines ? LINES : JSON, text);
            case Reply.Several(var items) -> {
                if (!linesWanted) {
                    yield ok(JSON, Json.document(items) + "\n");
                }
                var text = new StringBuilder();
                items.forEach(item -> text.append(Json.line(item)).append('\n'));
                yield ok(LINES, text.toString());
            }
        };
    }

    private static ServerResponse ok(String type, String text) {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType(type))
                .body(bytes(text));
    }

    private static ServerResponse problem(List<Finding> findings) {
        return problem(Problem.status(findings), findings);
    }

    private static ServerResponse problem(int status, List<Finding> findings) {
        var response =
                ServerResponse.status(status).contentType(MediaType.parseMediaType(Problem.TYPE));
        if (status == 429) {
            response = response.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return response.body(bytes(Json.document(Problem.of(status, findings)) + "\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Answering {
        ServerResponse answer() throws IOException;
    }

    /// A promise of our own that broke is said without its trace; what broke where goes to the log, in
    /// names of classes alone.
    private static ServerResponse safely(Answering answering) throws IOException {
        try {
            return answering.answer();
        } catch (RuntimeException broken) {
            StackTraceElement[] trace = broken.getStackTrace();
            LOG.log(
                    Level.ERROR,
                    "an operation failed: {0} at {1}",
                    broken.getClass().getName(),
                    trace.length == 0 ? "an unknown place" : trace[0].toString());
            return problem(
                    List.of(
                            Problem.finding(
                                    "server.fault",
                                    Problem.REQUEST,
                                    "a promise of the program broke",
                                    "an answer")));
        }
    }
}
