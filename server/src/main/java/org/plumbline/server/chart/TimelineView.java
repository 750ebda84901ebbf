package org.plumbline.server.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.plumbline.core.norm.Library;
import org.plumbline.core.timeline.Row;
import org.plumbline.core.timeline.Sentence;
import org.plumbline.core.timeline.SvgChart;
import org.plumbline.core.timeline.Timeline;
import org.plumbline.server.explore.Address;
import org.plumbline.server.explore.Words;

/// A timeline as a chart and as a table with the same content.
///
/// @param title "To have sexual contact with a former client"
/// @param wide the chart for a wide page, as SVG without a style of its own; narrow: for a phone
/// @param file the wide chart as a file of its own, which brings its style
/// @param clocks which event starts the clocks, in words; more than one where texts start from
///     different events
/// @param events ids of the events that start a clock here
public record TimelineView(
        String title,
        boolean dates,
        String wide,
        String narrow,
        String file,
        List<Line> rows,
        List<String> clocks,
        List<String> events) {

    public TimelineView {
        rows = List.copyOf(rows);
        clocks = List.copyOf(clocks);
        events = List.copyOf(events);
    }

    /// One text.
    ///
    /// @param says the row in a sentence
    /// @param clock the event that starts its clock; "No clock" where none runs
    public record Line(
            String name,
            String title,
            String address,
            String kind,
            String says,
            String clock,
            List<Cites.Cite> cites) {
        public Line {
            cites = List.copyOf(cites);
        }
    }

    /// The day of an event, in a form.
    public record EventField(String id, String label, String value, String error) {}

    private static final Pattern STYLE = Pattern.compile("<style>.*?</style>", Pattern.DOTALL);

    /// What stands before the drawing itself: its title and its description.
    private static final String DESCRIBED = "</desc>";

    static TimelineView of(Library library, Timeline timeline) {
        Set<String> clocks = new LinkedHashSet<>();
        Set<String> events = new LinkedHashSet<>();
        for (Row row : timeline.rows()) {
            row.clocks()
                    .forEach(clock -> {
                        clocks.add(clock.says());
                        events.addAll(clock.events());
                    });
        }
        String file = SvgChart.draw(timeline);
        return new TimelineView(
                Choices.capital("To " + timeline.says()),
                timeline.measure() == Timeline.Measure.DATES,
                inPage(file),
                inPage(SvgChart.draw(timeline, SvgChart.Layout.NARROW)),
                file,
                timeline.rows().stream().map(row -> line(library, timeline, row)).toList(),
                List.copyOf(clocks),
                List.copyOf(events));
    }

    private static final Pattern DESC = Pattern.compile(">[^<]*</desc>");

    /// A drawing without its own style: the page's policy allows none, and its style sheet has the
    /// same rules. It is named by its title and says where its rows stand in words: the table that
    /// follows has each of them, and whoever listens would hear them twice.
    static String inPage(String svg) {
        String plain = STYLE.matcher(svg).replaceAll("");
        plain =
                DESC.matcher(plain)
                        .replaceFirst(">Each row is told in the table that follows.</desc>");
        int from = plain.indexOf(DESCRIBED) + DESCRIBED.length();
        int to = plain.lastIndexOf("</svg>");
        return plain.substring(0, from)
                + "<g aria-hidden=\"true\">"
                + plain.substring(from, to)
                + "</g></svg>";
    }

    private static Line line(Library library, Timeline timeline, Row row) {
        List<String> cites = new ArrayList<>();
        row.steps()
                .forEach(step ->
                        step.provisions().stream()
                                .filter(c -> !cites.contains(c))
                                .forEach(cites::add));
        String clock = row.clockSays();
        return new Line(
                row.label(),
                row.edition().title(),
                Address.edition(row.edition().id()),
                row.group().words() + " · " + Words.plain(row.edition().level()),
                Choices.capital(Sentence.of(timeline, row)) + ".",
                clock.isEmpty() ? "No clock" : Choices.capital(clock),
                Cites.of(library, row.edition(), cites));
    }
}
