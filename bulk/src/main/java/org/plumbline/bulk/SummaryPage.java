package org.plumbline.bulk;

import static org.plumbline.core.timeline.Xml.number;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.function.Function;
import org.plumbline.core.explain.DayWording;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.timeline.Band;
import org.plumbline.core.timeline.SvgStyle;
import org.plumbline.core.timeline.Xml;

/// The summary as one page that stands by itself: no script, no font, nothing fetched.
///
/// Each picture is patterns and words, never colour alone; the table below it has the same content.
/// Pictures are drawn twice, for a wide window and for a phone, and one of the two is shown.
public final class SummaryPage {

    /// Begins the ids of patterns, and is that of all they are drawn in.
    private static final String ID = "audit";

    private static final double WIDE = 720;
    private static final double NARROW = 340;
    private static final double BAR = 22;
    private static final double LABEL = 20;

    /// Texts or acts drawn at most; the table has them all.
    private static final int MOST_BARS = 24;

    private final Library library;
    private final AuditSummary summary;
    private final Audit.Order order;
    private final SummaryWords words;
    private final Xml page = new Xml();

    private SummaryPage(Library library, AuditSummary summary, Audit.Order order) {
        this.library = library;
        this.summary = summary;
        this.order = order;
        this.words = new SummaryWords(library);
    }

    /// The page.
    public static String of(Library library, AuditSummary summary, Audit.Order order) {
        return new SummaryPage(library, summary, order).whole();
    }

    private String whole() {
        page.open("html", "lang", "en").line();
        page.open("head").line();
        page.empty("meta", "charset", "utf-8").line();
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.line().text("title", "Caseload audit: Plumbline").line();
        page.open("style").raw("\n" + resource("summary.css")).close().line();
        page.close().line();
        page.open("body").line();
        page.text("a", "Skip to the content", "class", "skip", "href", "#main").line();
        page.open("header").open("div", "class", "wrap").raw("Plumbline").close().close().line();
        page.open("main", "id", "main", "tabindex", "-1");
        page.open("div", "class", "wrap", "id", ID).line();
        patterns();
        head();
        severity();
        byName(
                "text",
                "By text",
                "What each text says of the rows that it binds or may bind.",
                "Text",
                summary.texts(),
                words::edition,
                library::edition);
        byName(
                "act",
                "By act",
                "What the texts that bind say together, by what is done.",
                "Act",
                summary.acts(),
                words::act,
                _ -> Optional.empty());
        lifting();
        findings();
        page.close().close().line();
        foot();
        page.close().line();
        page.close().line();
        return "<!doctype html>\n" + page;
    }

    // ── Head ────────────────────────────────────────────────────────────────────────────────

    private void head() {
        page.text("h1", "Caseload audit").line();
        page.text(
                        "p",
                        "%s from %s, decided %s."
                                .formatted(
                                        SummaryWords.rows(summary.rows()),
                                        SummaryWords.count(summary.files(), "file", "files"),
                                        order.ordinary()
                                                ? "as if what a row does not say were ordinary; judgements and dates stay open"
                                                : "on what each row says and nothing else"),
                        "class",
                        "lede")
                .line();
        if (summary.complete()) {
            page.text("p", SummaryWords.coverage(summary), "class", "lede").line();
        } else {
            page.open("div", "class", "panel");
            page.text(
                    "h2", "This does not speak for the whole input", "style", "border:0;padding:0");
            page.text("p", SummaryWords.coverage(summary));
            if (!summary.unread().isEmpty()) {
                page.open("ul");
                summary.unread().forEach((file, why) -> page.text("li", file + ": " + why));
                page.close();
            }
            page.close().line();
        }
        order.between().ifPresent(pair -> page.text("p", pair.says(library)).line());
        order.since()
                .ifPresent(file ->
                        page.text(
                                        "p",
                                        "It was compared with the earlier result %s."
                                                .formatted(file.getFileName()))
                                .line());
        String kept = SummaryWords.completeness(summary);
        if (!kept.isEmpty()) {
            page.text("p", kept + " What follows counts every row that was decided.").line();
        }
        page.open("dl", "class", "counts");
        count(Band.FORBIDDEN, "Prohibited", of(Band.FORBIDDEN));
        count(Band.UNLESS, Band.UNLESS.words(), of(Band.UNLESS));
        count(
                Band.CAUTION,
                "Advised against, if only in some cases",
                of(Band.CAUTION) + of(Band.CAUTION_IN_SOME_CASES));
        count(SummaryPage::unread, "Could not be decided", summary.bad());
        page.close().line();
        if (summary.silent() > 0) {
            page.text(
                            "p",
                            "No text binds in %s. That is not permission."
                                    .formatted(SummaryWords.rows(summary.silent())),
                            "class",
                            "quiet")
                    .line();
        }
        summary.changes()
                .ifPresent(c ->
                        page.text(
                                        "p",
                                        "Against the earlier run: %s changed, %s new, %s gone."
                                                .formatted(
                                                        SummaryWords.rows(c.changed()),
                                                        SummaryWords.rows(c.fresh()),
                                                        SummaryWords.rows(c.gone())),
                                        "class",
                                        "quiet")
                                .line());
    }

    private long of(Band band) {
        return bands(summary.together()).getOrDefault(band, 0L);
    }

    private void count(Band band, String label, long number) {
        count(xml -> SvgStyle.band(xml, ID, band, 0, 0, 34, 18), label, number);
    }

    private void count(Drawing sign, String label, long number) {
        page.open("div").open("dt");
        svg(34, 18, "", sign);
        page.raw(escaped(label)).close();
        page.text("dd", "%,d".formatted(number)).close();
    }

    /// The sign of rows of which nothing is said: like no band of what texts say.
    private static void unread(Xml xml) {
        text(xml, 17, 15, "middle", "t1", "?");
    }

    /// What every picture of the page is filled with, once.
    private void patterns() {
        page.text("style", SvgStyle.CSS.formatted(ID));
        page.open(
                "svg",
                "width",
                "0",
                "height",
                "0",
                "style",
                "position:absolute",
                "aria-hidden",
                "true");
        page.raw(SvgStyle.patterns(ID)).close().line();
    }

    private static String escaped(String text) {
        String element = new Xml().text("i", text).toString();
        return element.substring(3, element.length() - 4);
    }

    // ── Pictures ────────────────────────────────────────────────────────────────────────────

    private interface Drawing {
        void on(Xml xml);
    }

    /// A picture that readers who hear the page pass over: the table says the same.
    private void svg(double width, double height, String type, Drawing drawing) {
        page.open(
                "svg",
                "class",
                type,
                "viewBox",
                "0 0 " + number(width) + " " + number(height),
                "width",
                number(width),
                "height",
                number(height),
                "aria-hidden",
                "true",
                "font-family",
                SvgStyle.FONTS);
        drawing.on(page);
        page.close().line();
    }

    /// One bar of a picture: a label, and stretches one after another.
    private record Bar(String label, SequencedMap<Band, Long> stretches) {
        long all() {
            return stretches.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private void bars(List<Bar> bars) {
        long most = Math.max(1, bars.stream().mapToLong(Bar::all).max().orElse(1));
        double height = bars.size() * (LABEL + BAR + 14) + 4;
        page.open("figure");
        svg(WIDE, height, "wide", xml -> draw(xml, WIDE, bars, most));
        svg(NARROW, height, "narrow", xml -> draw(xml, NARROW, bars, most));
        page.close().line();
    }

    private static void draw(Xml xml, double width, List<Bar> bars, long most) {
        double y = 0;
        for (Bar bar : bars) {
            text(xml, 0, y + 14, "start", "t1", bar.label());
            text(xml, width, y + 14, "end", "t2", "%,d".formatted(bar.all()));
            double x = 0;
            for (var stretch : bar.stretches().entrySet()) {
                double share = width * stretch.getValue() / most;
                // Something is never drawn as nothing.
                double drawn = Math.max(share, 2);
                SvgStyle.band(xml, ID, stretch.getKey(), x, y + LABEL, drawn, BAR);
                x += drawn;
            }
            y += LABEL + BAR + 14;
        }
    }

    private static void text(
            Xml xml, double x, double y, String anchor, String type, String words) {
        xml.text(
                "text",
                words,
                "x",
                number(x),
                "y",
                number(y),
                "text-anchor",
                anchor,
                "class",
                type,
                "font-size",
                "14");
    }

    private static SequencedMap<Band, Long> bands(Map<String, Long> counts) {
        Map<Band, Long> all = new EnumMap<>(Band.class);
        counts.forEach((says, n) -> all.merge(SummaryWords.band(says), n, Long::sum));
        return new LinkedHashMap<>(all);
    }

    private void key(List<Band> bands) {
        page.open("p", "class", "quiet");
        page.raw("In the picture, most severe first: ");
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            page.open("span", "class", "key");
            svg(28, 14, "", xml -> SvgStyle.band(xml, ID, band, 0, 0, 28, 14));
            page.raw(" " + escaped(band.words()) + (i + 1 < bands.size() ? ", " : "."));
            page.close().raw(" ");
        }
        page.close().line();
    }

    // ── Sections ────────────────────────────────────────────────────────────────────────────

    private void severity() {
        if (summary.together().isEmpty()) {
            return;
        }
        section("severity", "By severity", "What the texts that bind say together.");
        List<Bar> bars = new ArrayList<>();
        bands(summary.together())
                .forEach((band, n) -> {
                    SequencedMap<Band, Long> one = new LinkedHashMap<>();
                    one.put(band, n);
                    bars.add(new Bar(band.words(), one));
                });
        bars(bars);
        table("What the texts that bind say together", List.of("They say", "Rows", "Share"));
        summary.together().entrySet().stream()
                .sorted(java.util.Comparator.comparing(e -> SummaryWords.band(e.getKey())))
                .forEach(e ->
                        row(
                                words.headlines(e.getKey(), Optional.empty()),
                                e.getValue(),
                                SummaryWords.percent(
                                        (double) e.getValue() / Math.max(1, summary.decided()))));
        endTable();
        page.close().line();
    }

    private void byName(
            String id,
            String title,
            String lede,
            String column,
            SequencedMap<String, SequencedMap<String, Long>> counts,
            Function<String, String> name,
            Function<String, Optional<Edition>> edition) {
        if (counts.isEmpty()) {
            return;
        }
        section(id, title, lede);
        List<Map.Entry<String, SequencedMap<String, Long>>> most =
                counts.entrySet().stream()
                        .sorted(java.util.Comparator.comparingLong(e -> -sum(e.getValue())))
                        .toList();
        List<Bar> bars =
                most.stream()
                        .limit(MOST_BARS)
                        .map(e -> new Bar(name.apply(e.getKey()), bands(e.getValue())))
                        .toList();
        bars(bars);
        key(
                bars.stream()
                        .flatMap(b -> b.stretches().keySet().stream())
                        .distinct()
                        .sorted()
                        .toList());
        if (most.size() > MOST_BARS) {
            page.text(
                            "p",
                            "Drawn are the %d with most rows; the table has all %d."
                                    .formatted(MOST_BARS, most.size()),
                            "class",
                            "quiet")
                    .line();
        }
        table(title, List.of(column, "It says", "Rows"));
        for (var entry : most) {
            for (var says : entry.getValue().entrySet()) {
                page.open("tr")
                        .text("th", name.apply(entry.getKey()), "scope", "row")
                        .text("td", words.headlines(says.getKey(), edition.apply(entry.getKey())))
                        .text("td", "%,d".formatted(says.getValue()), "class", "n")
                        .close()
                        .line();
            }
        }
        endTable();
        page.close().line();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private void lifting() {
        section(
                "lifting",
                "Bars that lift in the next year",
                "Rows whose bar certainly lifts within a year of %s, by the month of the last day to wait for. What holds after it is in the result; it need not be permission."
                        .formatted(DayWording.of(order.asOf())));
        if (summary.lifting().isEmpty()) {
            page.text("p", "No bar certainly lifts within the year.").close().line();
            return;
        }
        List<Bar> bars = new ArrayList<>();
        summary.lifting()
                .forEach((month, n) -> {
                    SequencedMap<Band, Long> one = new LinkedHashMap<>();
                    one.put(Band.UNLESS, n);
                    bars.add(new Bar(SummaryWords.month(month), one));
                });
        bars(bars);
        table("Bars that lift, by month", List.of("Month", "Rows", "Share"));
        summary.lifting()
                .forEach((month, n) ->
                        row(
                                SummaryWords.month(month),
                                n,
                                SummaryWords.percent((double) n / Math.max(1, summary.decided()))));
        endTable();
        page.close().line();
    }

    private void findings() {
        if (summary.found().isEmpty()) {
            return;
        }
        section(
                "findings",
                "What was found in the input",
                "Each stands with file, line and column, and how to mend it, in %s."
                        .formatted(order.side().getFileName()));
        Properties phrases = phrases();
        page.open(
                "div",
                "class",
                "scroll",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                "Findings");
        page.open("table").text("caption", "Findings by kind");
        head(List.of("Found", "Code", "Times"));
        summary.found()
                .forEach((code, n) ->
                        page.open("tr")
                                .text("th", phrases.getProperty(code, code), "scope", "row")
                                .open("td")
                                .text("code", code)
                                .close()
                                .text("td", "%,d".formatted(n), "class", "n")
                                .close()
                                .line());
        endTable();
        page.close().line();
    }

    private void section(String id, String title, String lede) {
        page.open("section", "aria-labelledby", id);
        page.text("h2", title, "id", id);
        page.text("p", lede, "class", "quiet").line();
    }

    private void table(String caption, List<String> columns) {
        page.open(
                "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        page.open("table").text("caption", caption);
        head(columns);
    }

    private void head(List<String> columns) {
        page.open("thead").open("tr");
        for (String column : columns) {
            boolean number = List.of("Rows", "Share", "Times").contains(column);
            page.text("th", column, "scope", "col", "class", number ? "n" : "");
        }
        page.close().close().line().open("tbody").line();
    }

    private void endTable() {
        page.close().close().close().line();
    }

    private void row(String name, long number, String share) {
        page.open("tr")
                .text("th", name, "scope", "row")
                .text("td", "%,d".formatted(number), "class", "n")
                .text("td", share, "class", "n")
                .close()
                .line();
    }

    private void foot() {
        page.open("footer").open("div", "class", "wrap");
        page.text(
                "p",
                "Where a row has no date, as of %s. Silent, not addressed here and open, with duties, are not permission. Plumbline shows what codes and laws say. It is not legal advice."
                        .formatted(DayWording.of(order.asOf())));
        page.close().close().line();
    }

    // ── Resources ───────────────────────────────────────────────────────────────────────────

    private static String resource(String name) {
        try (InputStream in = stream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What each code says, for readers who do not know codes.
    static Properties phrases() {
        var phrases = new Properties();
        try (Reader in =
                new InputStreamReader(stream("found.properties"), StandardCharsets.UTF_8)) {
            phrases.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phrases;
    }

    private static InputStream stream(String name) throws IOException {
        InputStream in = SummaryPage.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("the build lost " + name);
        }
        return in;
    }
}
