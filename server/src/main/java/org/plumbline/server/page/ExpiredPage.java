package org.plumbline.server.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The page for a form that has expired, with what was typed in it and a button to send it again.
@Controller
class ExpiredPage {

    @PostMapping(ExpiredForm.PATH)
    ModelAndView expired(
            @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        if (!(request.getAttribute(ExpiredForm.PATH) instanceof String path)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String query = CaseAddress.of(CaseAddress.read(Queries.of(queryOf(request))));
        String controls = Controls.read(Queries.of(queryOf(request))).query();
        String both = query + (query.isEmpty() || controls.isEmpty() ? "" : "&") + controls;
        List<Stopped.Field> fields = new ArrayList<>();
        sent.forEach((name, values) -> {
            // A record's own words begin with `own-`.
            if (name.equals("q")
                    || name.equals("who")
                    || name.startsWith("own-")
                    || (name.startsWith("_") && !name.equals("_csrf"))) {
                values.forEach(v -> fields.add(new Stopped.Field(name, v, name.equals("q"))));
            }
        });
        return new ModelAndView(
                "stopped",
                Map.of(
                        "stopped",
                        new Stopped(
                                "This form has expired",
                                "The page was open for long, or cookies are off. Nothing of it was read or"
                                        + " kept. What you entered is still here: send it again.",
                                List.of(),
                                Optional.of(
                                        new Stopped.Again(
                                                both.isEmpty() ? path : path + "?" + both, fields)),
                                List.of(new Stopped.Way("Ask anew", "/")))),
                HttpStatus.FORBIDDEN);
    }

    /// The query of the address that the form was sent to, before it was forwarded here.
    private static @org.jspecify.annotations.Nullable String queryOf(HttpServletRequest request) {
        Object first = request.getAttribute(jakarta.servlet.RequestDispatcher.FORWARD_QUERY_STRING);
        return first instanceof String text ? text : request.getQueryString();
    }
}
