package org.plumbline.core.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Verified;

/// A row in words: "prohibited for 5 years after the last professional contact (A.5.c), then …".
public final class Sentence {

    /// What the star means that a chart puts where a text leaves its counting open.
    static final String STAR =
            "* The text leaves open how the last day counts; it is drawn as still barred.";

    private final Timeline timeline;
    private final Edition edition;
    private final List<Step> steps;
    private final boolean starred;

    private Sentence(Timeline timeline, Row row, boolean starred) {
        this.timeline = timeline;
        this.edition = row.edition();
        this.steps = row.steps();
        this.starred = starred;
    }

    /// What a row shows, without a full stop.
    public static String of(Timeline timeline, Row row) {
        return new Sentence(timeline, row, false).words();
    }

    /// The same for a chart that has [#STAR] beneath it.
    static String starred(Timeline timeline, Row row) {
        return new Sentence(timeline, row, true).words();
    }

    private String words() {
        if (steps.size() == 1) {
            Step only = steps.getFirst();
            return only.says() + always(only) + cites(only.provisions());
        }
        List<String> parts = new ArrayList<>();
        List<String> before = List.of();
        for (int at = 0; at < steps.size(); at++) {
            Step step = steps.get(at);
            String cites = step.provisions().equals(before) ? "" : cites(step.provisions());
            parts.add(
                    (at == 0 ? "" : then(step))
                            + step.says()
                            + depending(at)
                            + until(step, at)
                            + cites
                            + open(step));
            before = step.provisions();
        }
        boolean semicolons =
                timeline.measure() == Timeline.Measure.DATES
                        || (!starred && steps.stream().anyMatch(Step::turnsOnCounting));
        return String.join(semicolons ? "; " : ", ", parts);
    }

    private String open(Step step) {
        return step.turnsOnCounting() && !starred
                ? ", the text leaving open how the last day counts"
                : "";
    }

    private String star(Step step) {
        return step.turnsOnCounting() && starred ? "*" : "";
    }

    private static final int FEW = 3;

    /// On what it depends, where the words alone would not tell a step from its neighbour.
    private String depending(int at) {
        Step step = steps.get(at);
        boolean alike =
                (at > 0 && steps.get(at - 1).says().equals(step.says()))
                        || (at + 1 < steps.size() && steps.get(at + 1).says().equals(step.says()));
        if (!alike || step.turnsOn().isEmpty()) {
            return "";
        }
        List<String> facts = step.turnsOn();
        String words = facts.size() > FEW ? facts.size() + " facts" : Words.and(facts);
        return ", depending on " + words + (step.next().isPresent() ? "," : "");
    }

    private String then(Step step) {
        return timeline.measure() == Timeline.Measure.DATES
                ? "from " + Words.day(step.from()) + " "
                : "then ";
    }

    /// How long a step lasts.
    private String until(Step step, int at) {
        if (step.next().isEmpty()) {
            return "";
        }
        LocalDate next = step.next().get();
        if (timeline.measure() == Timeline.Measure.DATES) {
            return " up to and including " + Words.day(next.minusDays(1)) + star(step);
        }
        String length =
                step.clocks().isEmpty()
                        ? Words.length(timeline.start(), next)
                        : step.clocks().getFirst().length();
        String event =
                step.clocks().isEmpty()
                        ? "the end"
                        : Words.or(step.clocks().stream().map(Clock::says).distinct().toList());
        if (at > 0) {
            return " until " + length + star(step) + sameClock(step, at, event);
        }
        return " for " + length + star(step) + " after " + event;
    }

    private String sameClock(Step step, int at, String event) {
        boolean same =
                steps.get(at - 1).clocks().stream()
                        .map(Clock::says)
                        .toList()
                        .equals(step.clocks().stream().map(Clock::says).toList());
        return same ? "" : " after " + event;
    }

    private static final Set<Headline> NO_CLOCK =
            Set.of(
                    Headline.NOT_ADDRESSED,
                    Headline.SILENT,
                    Headline.NOT_BOUND,
                    Headline.NOT_IN_FORCE);

    /// What is said of time where time changes nothing.
    private static String always(Step step) {
        if (NO_CLOCK.containsAll(step.headlines())) {
            return "";
        }
        return step.band() == Band.FORBIDDEN ? ", with no end date" : ", whatever time has passed";
    }

    /// What a step rests on, each provision that nobody has read marked as such.
    private String cites(List<String> provisions) {
        return provisions.isEmpty()
                ? ""
                : " (" + String.join("; ", provisions.stream().map(this::cite).toList()) + ")";
    }

    private String cite(String number) {
        return edition.provision(number)
                .filter(p -> p.verified() == Verified.MEMORY)
                .map(_ -> number + ", from memory")
                .orElse(number);
    }
}
