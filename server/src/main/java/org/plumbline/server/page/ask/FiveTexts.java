package org.plumbline.server.page.ask;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.explain.ActWording;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.timeline.Band;
import org.plumbline.core.timeline.Row;
import org.plumbline.core.timeline.Step;
import org.plumbline.core.timeline.Strip;
import org.plumbline.core.timeline.Timeline;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.server.page.Words;
import org.plumbline.server.page.verdict.StripDrawing;

/// One question under five texts, by years since the work ended: a picture of how far texts part.
///
/// @param says what is asked
/// @param svg the drawing
/// @param rows the same in words
public record FiveTexts(String says, String svg, List<String> rows) {

    private static final String ACT = "sexual-contact";
    private static final String PARTY = "former-client";
    private static final List<String> PROFESSIONS =
            List.of(
                    "marriage-family-therapist",
                    "counselor",
                    "psychologist",
                    "social-worker",
                    "lawyer");

    private static final SequencedMap<String, String> GIVEN =
            new LinkedHashMap<>(Map.of("service-kind", "therapy"));

    private static final double WIDE = 424;

    /// Works the five out; a tenth of a second.
    ///
    /// @param today the day from which the years are counted
    static FiveTexts of(Decider decider, LocalDate today) {
        Library library = decider.library();
        List<Edition> texts =
                PROFESSIONS.stream()
                        .flatMap(p ->
                                Optional.ofNullable(library.vocabulary().leading().get(p)).stream())
                        .flatMap(ids -> library.edition(ids.getFirst()).stream())
                        .toList();
        Timeline timeline = Timeline.of(decider, ACT, PARTY, GIVEN, texts, today, Timeline.YEARS);
        String says =
                new ActWording(library.vocabulary())
                        .gerundWith(
                                List.of(ACT),
                                Optional.ofNullable(library.vocabulary().parties().get(PARTY))
                                        .map(Party::says)
                                        .orElseThrow());
        List<String> rows =
                timeline.rows().stream()
                        .map(r -> r.label() + ": " + Strip.of(timeline, r).says() + ".")
                        .toList();
        return new FiveTexts(Words.capital(says), drawn(timeline, says), rows);
    }

    private static String drawn(Timeline timeline, String says) {
        int high = 24 + timeline.rows().size() * 50;
        var svg = new StringBuilder();
        svg.append(
                "<svg class=\"chart five\" viewBox=\"0 0 430 %d\" role=\"img\" aria-label=\"%s. %s\">"
                        .formatted(
                                high,
                                escaped(Words.capital(says)),
                                escaped("The rows are told below, in words.")));
        svg.append("<g aria-hidden=\"true\">");
        Strip first = Strip.of(timeline, timeline.rows().getFirst());
        for (Strip.Tick tick : first.ticks()) {
            boolean ended = tick.at() == 0;
            svg.append("<path class=\"grid\" d=\"M%s 22V%d\"/>".formatted(x(tick.at()), high - 4));
            svg.append(
                    "<text class=\"t2\" x=\"%s\" y=\"14\" font-size=\"14\" text-anchor=\"%s\">%s</text>"
                            .formatted(
                                    x(tick.at()),
                                    ended ? "start" : "middle",
                                    ended ? "ended" : tick.words()));
        }
        svg.append("<path class=\"grid\" d=\"M425 22V%d\"/>".formatted(high - 4));
        svg.append(
                "<text class=\"t2\" x=\"425\" y=\"14\" font-size=\"14\" text-anchor=\"end\">never</text>");
        double y = 29;
        for (Row row : timeline.rows()) {
            svg.append(
                    "<rect class=\"plate\" x=\"0\" y=\"%s\" width=\"430\" height=\"21\"/>"
                            .formatted(y));
            svg.append(
                    "<text x=\"0\" y=\"%s\" font-size=\"15\"><tspan class=\"b\">%s</tspan> <tspan class=\"t2\">%s</tspan></text>"
                            .formatted(
                                    y + 15, escaped(row.label()), escaped(people(row.edition()))));
            svg.append(
                    "<text class=\"t2\" x=\"428\" y=\"%s\" font-size=\"14\" text-anchor=\"end\">%s</text>"
                            .formatted(y + 15, escaped(end(row))));
            for (Strip.Stretch band : Strip.of(timeline, row).bands()) {
                String style = StripDrawing.style(band.band());
                svg.append(
                        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"16\"/>"
                                .formatted(
                                        style,
                                        x(band.from()),
                                        y + 22,
                                        n((band.to() - band.from()) * WIDE)));
            }
            y += 50;
        }
        return svg.append("</g></svg>").toString();
    }

    /// "counselors" for "a counselor".
    private static String people(Edition edition) {
        return edition.practitioner().replaceFirst("^an? ", "") + "s";
    }

    /// How it ends, in few words.
    private static String end(Row row) {
        Step last = row.steps().getLast();
        String then =
                switch (last.band()) {
                    case FORBIDDEN -> "no end";
                    case UNLESS -> "burden";
                    case DUTIES, OPEN -> "duties";
                    case CAUTION, CAUTION_IN_SOME_CASES -> "advised against";
                    default -> Words.small(last.band().words());
                };
        if (row.steps().size() == 1) {
            return last.band() == Band.FORBIDDEN
                    ? "never ends"
                    : last.band() == Band.UNLESS ? "no clock, burden" : then;
        }
        Step first = row.steps().getFirst();
        return first.clocks().isEmpty()
                ? then
                : first.clocks().getFirst().length() + ", then " + then;
    }

    private static String x(double at) {
        return n(1 + at * WIDE);
    }

    private static String n(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
