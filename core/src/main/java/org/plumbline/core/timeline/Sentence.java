package org.plumbline.core.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plumbline.core.decide.Headline;

/// A row in words: "prohibited for 5 years after the last professional contact (A.5.c), then …".
public final class Sentence {

    private final Timeline timeline;
    private final List<Step> steps;

    private Sentence(Timeline timeline, Row row) {
        this.timeline = timeline;
        this.steps = row.steps();
    }

    /// What a row shows, without a full stop.
    public static String of(Timeline timeline, Row row) {
        return new Sentence(timeline, row).words();
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
            String open =
                    step.turnsOnCounting() ? "; the text leaves open how the last day counts" : "";
            parts.add((at == 0 ? "" : then(step)) + step.says() + until(step, at) + cites + open);
            before = step.provisions();
        }
        return String.join(", ", parts).replace("counts, ", "counts; ");
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
            return " up to and including " + Words.day(next.minusDays(1));
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
            return " until " + length + sameClock(step, at, event);
        }
        return " for " + length + " after " + event;
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

    private static String cites(List<String> provisions) {
        return provisions.isEmpty() ? "" : " (" + String.join("; ", provisions) + ")";
    }
}
