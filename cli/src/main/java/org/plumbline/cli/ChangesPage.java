package org.plumbline.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.core.change.Change;
import org.plumbline.core.change.Changes;
import org.plumbline.core.change.Fixed;
import org.plumbline.core.explain.DayWording;

/// What would change an answer, for people: what can be done, and what is as it is.
record ChangesPage(Console console) {

    /// How many changes are shown; JSON has them all.
    private static final int MOST = 3;

    void print(Changes changes) {
        if (changes.changes().isEmpty() && !changes.certain()) {
            return;
        }
        if (changes.changes().isEmpty()) {
            console.paragraph(
                    "",
                    console.strong("What would change it: nothing that we know of.")
                            + " Neither time nor anything that could be put in place weakens it.");
        } else {
            console.paragraph("", console.strong("What would change it"));
            for (Change change : changes.changes().stream().limit(MOST).toList()) {
                console.paragraph("  - ", "    ", said(change));
            }
        }
        Set<String> fixed = new LinkedHashSet<>();
        for (Fixed one : changes.fixed()) {
            if (!one.fact().equals("in-force")) {
                fixed.add(one.says());
            }
        }
        if (!fixed.isEmpty()) {
            console.paragraph("  ", "Nobody can change this: " + String.join("; ", fixed) + ".");
        }
        console.out().println();
    }

    private static String said(Change change) {
        List<String> steps = new ArrayList<>();
        for (Change.Step step : change.steps()) {
            steps.add(
                    switch (step) {
                        case Change.Step.Wait(var until) -> "wait until " + DayWording.of(until);
                        case Change.Step.Act(var what) -> what.does();
                    });
        }
        String all = String.join(", and ", steps);
        return Character.toUpperCase(all.charAt(0))
                + all.substring(1)
                + ". Then: "
                + AnswerPage.words(change.then())
                + ".";
    }
}
