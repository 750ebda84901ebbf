package org.plumbline.server.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.answer.Json;
import org.plumbline.core.load.Finding;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Answers every request that ended in an error: with a page for people, with problem details
/// (RFC 9457) for programs. Neither repeats anything of the request.
@Controller
class ProblemPage implements ErrorController {

    @RequestMapping("/error")
    Object problem(HttpServletRequest request) {
        int status = status(request);
        Problem problem = Problem.of(status);
        Optional<String> reference =
                Optional.ofNullable((String) request.getAttribute("plumbline.reference"));
        if (forProgram(request)) {
            return details(status, reference);
        }
        return new ModelAndView(
                "problem",
                Map.of("problem", problem, "reference", reference),
                HttpStatus.valueOf(status));
    }

    private static ResponseEntity<String> details(int status, Optional<String> reference) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document(status, reference));
    }

    /// Problem details of a status.
    static String document(int status, Optional<String> reference) {
        Map<String, @Nullable Object> json =
                new LinkedHashMap<>(
                        org.plumbline.server.api.Problem.of(status, List.of(finding(status))));
        reference.ifPresent(r -> json.put("reference", r));
        return Json.document(json);
    }

    /// What the guard refused, in the form in which the interface tells everything else.
    private static Finding finding(int status) {
        String code =
                switch (status) {
                    case 403 -> "request.foreign";
                    case 404 -> "request.path";
                    case 405 -> "request.method";
                    case 411 -> "request.length";
                    case 413 -> "request.too-large";
                    case 415 -> "request.media-type";
                    case 421 -> "request.host";
                    case 429 -> "request.busy";
                    default -> status < 500 ? "request.unreadable" : "server.fault";
                };
        return org.plumbline.server.api.Problem.finding(
                code, "the request", found(status), expected(status));
    }

    private static String found(int status) {
        return switch (status) {
            case 403 -> "a header Origin or Sec-Fetch-Site that names another site";
            case 404 -> "an address that names nothing here";
            case 405 -> "a method that the address does not take";
            case 406, 415 -> "a kind of data that is not spoken here";
            case 411 -> "a body that does not say how long it is";
            case 413 -> "more than is read at once; nothing of it was read or kept";
            case 421 -> "a name that this server does not go by";
            case 429 -> "more text than is read in this time; nothing of it was kept";
            default ->
                    status < 500
                            ? "an address or a header that nothing here reads"
                            : "a fault on our side; nothing that was sent was kept or logged";
        };
    }

    private static String expected(int status) {
        return switch (status) {
            case 403 -> "a program, which names no site, or a page of this server";
            case 404 -> "an address of /api/v1/openapi.json";
            case 405 -> "a method that the header Allow names";
            case 406, 415 -> "JSON, or what the operation says it takes";
            case 411 -> "a header Content-Length";
            case 413 -> "a body within the limit of the operation";
            case 421 -> "a numeric address, localhost, or a name given by plumbline serve --host";
            case 429 -> "fewer calls; the same again in a few seconds";
            default -> status < 500 ? "text in UTF-8, percent-encoded" : "an answer";
        };
    }

    /// Whoever opens `/error` itself finds no page there.
    private static int status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer number && HttpStatus.resolve(number) != null
                ? number
                : HttpStatus.NOT_FOUND.value();
    }

    private static boolean forProgram(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return forProgram(path);
    }

    static boolean forProgram(String path) {
        return path.startsWith("/api/v1") || path.equals("/mcp");
    }
}
