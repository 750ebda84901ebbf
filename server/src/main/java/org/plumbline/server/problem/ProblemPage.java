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
        Problem problem = Problem.forProgram(status);
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
                code, "the request", problem.title(), String.join(" ", problem.says()));
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
