package org.plumbline.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plumbline.answer.Json;
import org.plumbline.server.api.Answers.Answer;
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
/// [Problem].
@Configuration
class ApiRoutes {

    @Bean
    RouterFunction<ServerResponse> api(Operations operations, Answers answers, OpenApi openApi) {
        var routes = RouterFunctions.route();
        for (Operation operation : operations.all()) {
            routes.route(
                    RequestPredicates.methods(methods(operation))
                            .and(RequestPredicates.path(pattern(operation))),
                    request -> sent(answer(operation, answers, request)));
        }
        routes.route(
                RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                        .and(RequestPredicates.path("/api/v1/openapi.json")),
                _ -> sent(new Answer(200, Answers.JSON, Json.document(openApi.document()) + "\n")));
        for (Operation operation : operations.all()) {
            routes.route(
                    RequestPredicates.path(pattern(operation)),
                    request -> otherMethod(operations, operation, request));
        }
        routes.route(
                RequestPredicates.path("/api/v1/**"),
                _ ->
                        sent(
                                Answer.problem(
                                        List.of(
                                                Problem.finding(
                                                        "request.path",
                                                        Problem.REQUEST,
                                                        "no operation has this address",
                                                        "an address of /api/v1/openapi.json")))));
        return routes.build();
    }

    /// Whatever can be got can be asked for without its body (RFC 9110, 9.3.2); the server drops that.
    private static HttpMethod[] methods(Operation operation) {
        return switch (operation.method()) {
            case GET -> new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD};
            case POST -> new HttpMethod[] {HttpMethod.POST};
        };
    }

    /// The number of a provision is the rest of an address, since there are numbers with a stroke in them.
    private static String pattern(Operation operation) {
        return operation.path().replace("/{provision}", "/{*provision}");
    }

    private static ServerResponse otherMethod(
            Operations operations, Operation operation, ServerRequest request) {
        String allowed =
                String.join(
                        ", ",
                        operations.all().stream()
                                .filter(o -> o.path().equals(operation.path()))
                                .flatMap(o -> Arrays.stream(methods(o)))
                                .map(HttpMethod::name)
                                .distinct()
                                .toList());
        return sent(
                Answer.problem(
                        List.of(
                                Problem.finding(
                                        "request.method",
                                        Problem.REQUEST,
                                        "the method " + request.method().name(),
                                        allowed))),
                HttpHeaders.ALLOW,
                allowed);
    }

    private static Answer answer(Operation operation, Answers answers, ServerRequest request)
            throws IOException {
        byte[] body;
        try (InputStream in = request.servletRequest().getInputStream()) {
            body = in.readNBytes(operation.limit() + 1);
        }
        if (body.length > operation.limit()) {
            return Answer.problem(
                    List.of(
                            Problem.finding(
                                    "request.too-large",
                                    Problem.REQUEST,
                                    "more than %,d bytes".formatted(operation.limit()),
                                    "at most %,d bytes".formatted(operation.limit()))));
        }
        return answers.of(
                operation, new Call.Raw(named(request), body, type(request)), linesWanted(request));
    }

    private static Map<String, List<String>> named(ServerRequest request) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        request.params().forEach((name, values) -> named.put(name, new ArrayList<>(values)));
        request.pathVariables()
                .forEach((name, value) ->
                        named.put(
                                name,
                                List.of(
                                        name.equals("provision")
                                                ? value.replaceFirst("^/", "")
                                                : value)));
        return named;
    }

    private static String type(ServerRequest request) {
        String type = request.headers().firstHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return "";
        }
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /// Whether several documents are to be lines: as they came, unless the caller says otherwise.
    private static boolean linesWanted(ServerRequest request) {
        String accepted = String.join(",", request.headers().header(HttpHeaders.ACCEPT));
        return accepted.contains(Answers.LINES)
                || (type(request).equals(Answers.LINES) && !accepted.contains(Answers.JSON));
    }

    private static ServerResponse sent(Answer answer, String... headers) {
        var response =
                ServerResponse.status(answer.status())
                        .contentType(MediaType.parseMediaType(answer.type()));
        if (answer.status() == 429) {
            response = response.header(HttpHeaders.RETRY_AFTER, "1");
        }
        for (int i = 0; i < headers.length; i += 2) {
            response = response.header(headers[i], headers[i + 1]);
        }
        return response.body(answer.text().getBytes(StandardCharsets.UTF_8));
    }
}
