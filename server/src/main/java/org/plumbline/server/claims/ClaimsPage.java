package org.plumbline.server.claims;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.answer.Claims;
import org.plumbline.answer.Json;
import org.plumbline.ask.claims.CheckedText;
import org.plumbline.ask.claims.ClaimChecker;
import org.plumbline.ask.claims.Prose;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Body;
import org.plumbline.server.desk.Desk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Claims: a pasted text with each assertion marked.
@Controller
class ClaimsPage {

    /// Bytes of a text; some twelve pages.
    static final int LARGEST = 64 * 1024;

    private static final String NAME = "the pasted text";

    private final Desk desk;

    ClaimsPage(Desk desk) {
        this.desk = desk;
    }

    /// What “the code” may mean.
    public record Code(String id, String name) {}

    @GetMapping("/claims")
    String empty(Model model) {
        model.addAttribute("codes", codes());
        model.addAttribute("text", "");
        model.addAttribute("code", "");
        model.addAttribute("error", "");
        return "claims";
    }

    @PostMapping("/claims")
    ModelAndView check(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String code) {
        var page = new ModelAndView("claims");
        page.addObject("codes", codes());
        page.addObject("text", text);
        page.addObject("code", code);
        String error = error(text, code);
        page.addObject("error", error);
        if (!error.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        // Browsers send every line with two characters at its end; the places are counted with one.
        String source = text.replace("\r\n", "\n");
        CheckedText checked = checker(code).check(Prose.of(Prose.Kind.of(NAME, source), source));
        String json =
                Json.document(
                        Claims.json(
                                desk.library(),
                                desk.today(),
                                List.of(new Claims.Checked(NAME, checked))));
        page.addObject("claims", ClaimsView.of(desk.library(), source, checked, json));
        return page;
    }

    private String error(String text, String code) {
        if (text.isBlank()) {
            return "Paste a text to check.";
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            return "The text is longer than 64 KB, some twelve pages. Check it in parts.";
        }
        if (text.indexOf('\0') >= 0) {
            return "This is not a text. Paste its words.";
        }
        boolean known = code.isEmpty() || codes().stream().anyMatch(c -> c.id().equals(code));
        return known ? "" : "Choose what “the code” means from the list.";
    }

    private ClaimChecker checker(String code) {
        Loaded<ClaimChecker> checker =
                Claims.checker(
                        desk.open(),
                        desk.reader(),
                        desk.today(),
                        new ClaimChecker.Options(
                                Optional.of(code).filter(c -> !c.isEmpty()), false));
        return switch (checker) {
            case Loaded.Sound<ClaimChecker>(var sound, _) -> sound;
            case Loaded.Unsound<ClaimChecker>(var findings) ->
                    throw new IllegalStateException(
                            "the words of statements are sound: " + findings.getFirst().code());
        };
    }

    private List<Code> codes() {
        List<Code> codes = new ArrayList<>();
        for (Body body : desk.library().bodies().values()) {
            if (body.kind().equals("association")
                    && desk.library().entries().stream()
                            .anyMatch(e -> e.body().equals(body.id()) && !e.draft())) {
                codes.add(new Code(body.id(), body.name()));
            }
        }
        codes.sort(java.util.Comparator.comparing(Code::name));
        return codes;
    }
}
