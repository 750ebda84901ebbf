package org.plumbline.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.core.load.Finding;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// The pages for an address that does not hold together.
public final class Refusals {

    private static final int MOST = 8;

    private Refusals() {}

    /// An address with words or dates that mean nothing here.
    ///
    public static ModelAndView unknown(List<Finding> findings) {
        List<String> found = new ArrayList<>();
        findings.stream().limit(MOST).forEach(f -> found.add(said(f)));
        return page(
                new Stopped(
                        "This address says something that we do not know",
                        "No answer was given. Perhaps the address is old, or a part of it was lost on"
                                + " the way.",
                        found,
                        Optional.empty(),
                        ways()),
                HttpStatus.BAD_REQUEST);
    }

    /// Facts that no possible person fits.
    public static ModelAndView impossible(Map<String, Object> caseFacts) {
        return page(
                new Stopped(
                        "These facts cannot all be true together",
                        "No answer was given. Look at the dates, and at who the other person is to"
                                + " you.",
                        List.of(),
                        Optional.empty(),
                        List.of(
                                new Stopped.Way(
                                        "Check the answers",
                                        Controls.NONE.address("/interview/check", caseFacts)),
                                new Stopped.Way("Ask anew", "/"))),
                HttpStatus.BAD_REQUEST);
    }

    private static List<Stopped.Way> ways() {
        return List.of(
                new Stopped.Way("Ask in your own words", "/"),
                new Stopped.Way("Choose the act and the person", "/interview"));
    }

    private static ModelAndView page(Stopped stopped, HttpStatus status) {
        return new ModelAndView("stopped", Map.of("stopped", stopped), status);
    }

    /// A finding for somebody who has seen no file: what was found, and the nearest word.
    static String said(Finding finding) {
        String found = finding.found();
        String all = found + ". Expected: " + finding.expected() + ".";
        return Words.capital(
                all.replaceAll("`([^`]*)`", "“$1”").replace(" from vocabulary.yaml", ""));
    }
}
