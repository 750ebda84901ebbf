package org.plumbline.server.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.answer.Json;
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
            return details(status, problem, reference);
        }
        return new ModelAndView(
                "problem",
                Map.of("problem", problem, "reference", reference),
                HttpStatus.valueOf(status));
    }

    private static ResponseEntity<String> details(
            int status, Problem problem, Optional<String> reference) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", "about:blank");
        json.put("title", problem.title());
        json.put("status", status);
        json.put("detail", String.join(" ", problem.says()));
        reference.ifPresent(r -> json.put("reference", r));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Json.document(json));
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
        return path.startsWith("/api/") || path.equals("/mcp");
    }
}
