package org.plumbline.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.Severity;
import org.plumbline.core.load.Span;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// Reads a line of a sheet as a case, by the reader of case files, so that a cell means what it would
/// mean there.
///
/// An empty cell says nothing. `a; b` are several values, `a | b` one of several, not known which.
/// Words may be written as [CellWord] has them, and dates in the forms that [DateForms] knows.
final class CaseReader {

    private final Library library;
    private final String file;
    private final Headings headings;
    private final ScenarioReader.Defaults defaults;
    private final boolean ordinary;
    private final List<DateForms> dates;

    /// Line breaks in one field from which on a quote was left open rather than an address written.
    private static final int MOST_BREAKS = 40;

    /// What stands in a text for bytes that could not be decoded.
    static final char UNDECODED = '\uFFFD';

    /// A case and its own key; absent where the row has none.
    record Keyed(Optional<String> key, Loaded<Scenario> scenario) {}

    /// @param asOf the day of the act where a row has none
    /// @param ordinary whether what is not said is taken as ordinary
    /// @param dates from a file's own heading to how its dates are written, from the empty word to how
    ///     all others are
    CaseReader(
            Library library,
            String file,
            Headings headings,
            Known.Range asOf,
            boolean ordinary,
            Map<String, String> dates) {
        this.library = library;
        this.file = file;
        this.headings = headings;
        this.defaults = new ScenarioReader.Defaults(asOf, true);
        this.ordinary = ordinary;
        this.dates = headings.own().stream().map(own -> DateForms.of(dates, own)).toList();
    }

    /// Where a line stands.
    Span place(Sheet.Line line) {
        return new Span(file, (int) Math.min(line.number(), Integer.MAX_VALUE), 1, 1);
    }

    /// What each column holds.
    List<String> words() {
        return headings.words();
    }

    /// The day of the act where a row has none.
    Known.Range asOf() {
        return defaults.asOf();
    }

    /// The fact that a column's word names: an amount without its unit, anything else itself.
    String fact(String word) {
        return Headings.amount(library.vocabulary(), word).map(List::getFirst).orElse(word);
    }

    /// The row's own key, where it has one.
    Optional<String> key(Sheet.Line line) {
        int column = headings.words().indexOf(Headings.KEY);
        if (column < 0 || column >= line.fields().size()) {
            return Optional.empty();
        }
        String text = line.fields().get(column).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /// Whether a column holds keys, be a row's own empty or not.
    boolean hasKeys() {
        return headings.words().contains(Headings.KEY);
    }

    Keyed read(Sheet.Line line) {
        Optional<String> key = key(line);
        Optional<Finding> shape = shape(line);
        if (shape.isPresent()) {
            return new Keyed(key, Loaded.unsound(shape.get()));
        }
        List<Finding> wrong = new ArrayList<>();
        List<Node.Entry> entries = new ArrayList<>();
        List<Node.Entry> practitioner = new ArrayList<>();
        Span whole = place(line);
        if (key.isEmpty() && hasKeys()) {
            int column = headings.words().indexOf(Headings.KEY);
            wrong.add(keyless(new Span(file, whole.line(), column + 1, column + 2)));
        }
        for (int column = 0; column < line.fields().size(); column++) {
            String word = headings.words().get(column);
            String text = line.fields().get(column).strip();
            if (text.isEmpty() || word.equals(Headings.IGNORE)) {
                continue;
            }
            var span = new Span(file, place(line).line(), column + 1, column + 2);
            if (text.indexOf(UNDECODED) >= 0) {
                wrong.add(undecoded(word, span));
                continue;
            }
            if (word.equals(Headings.KEY)) {
                continue;
            }
            if (isDate(word)) {
                DateForms forms = dates.get(column);
                entries.add(
                        entry(
                                word,
                                cell(
                                        text,
                                        span,
                                        t -> date(word, word(word, t), forms, span, wrong)),
                                span));
            } else if (Vocabulary.PRACTITIONER.contains(word)) {
                practitioner.add(
                        entry(word, cell(text, span, t -> word(word, t, span, wrong)), span));
            } else {
                entries.add(entry(word, text, span));
            }
        }
        if (!practitioner.isEmpty()) {
            entries.add(entry("practitioner", new Node.Mapping(practitioner, whole), whole));
        }
        if (ordinary) {
            entries.add(entry("rest", new Node.Scalar("ordinary", false, whole), whole));
        }
        Loaded<Scenario> read =
                inCells(ScenarioReader.read(library, new Node.Mapping(entries, whole), defaults));
        if (read instanceof Loaded.Sound<Scenario>(var scenario, _)) {
            wrong.addAll(later(scenario, whole.line()));
        }
        return new Keyed(key, wrong.isEmpty() ? read : both(wrong, read));
    }

    /// What case files say of the form of YAML, said of cells.
    private Loaded<Scenario> inCells(Loaded<Scenario> read) {
        if (!(read instanceof Loaded.Unsound<Scenario>(var wrong))) {
            return read;
        }
        return new Loaded.Unsound<>(
                wrong.stream()
                        .map(f ->
                                f.code().equals("shape.word") || f.code().equals("scenario.list")
                                        ? several(f.span())
                                        : f)
                        .toList());
    }

    private Finding several(Span span) {
        return Finding.error(
                "scenario.list",
                span,
                "`%s` has one value, and the cell holds several"
                        .formatted(
                                words().get(Math.clamp(span.column() - 1L, 0, words().size() - 1))),
                "one value; `a; b` stands for several, `a | b` for one of several, where a fact can have them",
                "write one value, or leave the cell empty if it is not known");
    }

    /// Events that lie after the day of the act for certain: a slip, mostly, or another event than was
    /// meant.
    private List<Finding> later(Scenario scenario, int line) {
        List<Finding> later = new ArrayList<>();
        for (int column = 0; column < words().size(); column++) {
            String word = words().get(column);
            if (library.vocabulary().facts().get(word) instanceof Fact.Event
                    && scenario.shared().get(word) instanceof Known.Days(var days, var never)
                    && !never
                    && !days.isEmpty()
                    && days.getFirst().first().isAfter(scenario.asOf().last())) {
                later.add(
                        Finding.warning(
                                "audit.date.later",
                                new Span(file, line, column + 1, column + 2),
                                "`%s` lies after the day of the act, which is %s"
                                        .formatted(word, scenario.asOf().last()),
                                "an event on the day of the act or before",
                                "look at the date, and at the day of the act (`date`, or --on); the row was decided"));
            }
        }
        return later;
    }

    /// What is wrong before any cell is read.
    private Optional<Finding> shape(Sheet.Line line) {
        return shape(place(line), line, headings.words().size());
    }

    /// What is wrong with a row under so many headings before any cell is read.
    static Optional<Finding> shape(Span place, Sheet.Line line, int wanted) {
        int fields = line.fields().size();
        for (int column = 0; column < fields; column++) {
            String text = line.fields().get(column);
            // A quote that was left open swallows line after line, and the row comes out short.
            boolean swallowed = fields < wanted && text.indexOf('\n') >= 0;
            if (swallowed
                    || (text.length() > MOST_BREAKS
                            && text.chars().filter(c -> c == '\n').count() > MOST_BREAKS)) {
                return Optional.of(
                        Finding.error(
                                "audit.row.quote",
                                new Span(place.file(), place.line(), column + 1, column + 2),
                                "one field goes on over %,d lines".formatted(text.lines().count()),
                                "a quotation mark at both ends of a field, or at neither",
                                "close the quotation mark; the rows it swallowed were not"
                                        + " decided"));
            }
        }
        if (fields > wanted) {
            return Optional.of(
                    Finding.error(
                            "audit.row.long",
                            place,
                            "%d fields under %d headings".formatted(fields, wanted),
                            "a field for each heading",
                            "put a field that holds a comma in quotes"));
        }
        if (fields < wanted) {
            return Optional.of(
                    Finding.error(
                            "audit.row.short",
                            place,
                            "%d %s under %d headings"
                                    .formatted(fields, fields == 1 ? "field" : "fields", wanted),
                            "a field for each heading, empty where nothing is known",
                            "write the row out again; it may have been cut off"));
        }
        return Optional.empty();
    }

    private static Finding keyless(Span span) {
        return Finding.warning(
                "audit.key.missing",
                span,
                "the row has no key",
                "a key of its own for each row, where a column holds keys",
                "write one; the row was decided, and its key is empty in the result");
    }

    /// A key or a value of which some bytes are lost.
    private static Finding undecoded(String word, Span span) {
        return word.equals(Headings.KEY)
                ? Finding.warning(
                        "audit.cell.encoding",
                        span,
                        "the key holds bytes that are not UTF-8",
                        "UTF-8 throughout the file",
                        "write the file out in UTF-8; the row was decided, its key shows � for"
                                + " them")
                : Finding.error(
                        "audit.cell.encoding",
                        span,
                        "`%s` holds bytes that are not UTF-8".formatted(word),
                        "UTF-8 throughout the file",
                        "write the file out in UTF-8");
    }

    private static Loaded<Scenario> both(List<Finding> wrong, Loaded<Scenario> read) {
        List<Finding> all = new ArrayList<>(wrong);
        all.addAll(read.allFindings());
        return read instanceof Loaded.Sound<Scenario>(var scenario, _)
                        && wrong.stream().noneMatch(f -> f.severity() == Severity.ERROR)
                ? new Loaded.Sound<>(scenario, all)
                : new Loaded.Unsound<>(all);
    }

    private boolean isDate(String word) {
        return word.equals("date") || library.vocabulary().facts().get(word) instanceof Fact.Event;
    }

    private static String date(
            String word, String text, DateForms forms, Span span, List<Finding> wrong) {
        DateForms.Read read = forms.read(text);
        if (read.trouble() == DateForms.Trouble.NONE) {
            return read.text();
        }
        wrong.add(troubled(text, read.trouble(), span));
        // Something that is read without a further finding; the row is not decided.
        return word.equals("date") ? "2000-01-01" : "unknown";
    }

    /// Why a date was not read, and what would make it readable.
    static Finding troubled(String text, DateForms.Trouble trouble, Span span) {
        String shown = Sheet.shown(text);
        return switch (trouble) {
            case NONE -> throw new IllegalArgumentException("`" + shown + "` was read");
            case TWOFOLD ->
                    Finding.error(
                            "audit.date.twofold",
                            span,
                            "`%s` can be read in two ways".formatted(shown),
                            "a date that can be read in one way, as 2026-02-28",
                            "write `dates: day-first` or `dates: month-first` in the mapping");
            case YEAR_OR_DAY ->
                    Finding.error(
                            "audit.date.twofold",
                            span,
                            "`%s` can be a year, or a day that a spreadsheet counted"
                                    .formatted(shown),
                            "a date that can be read in one way, as 2026-02-28",
                            "write the day as 2026-02-28, or a year as 2026-01-01..2026-12-31");
            case NUMBER ->
                    Finding.error(
                            "audit.date.number",
                            span,
                            "`%s` is a number; a spreadsheet may mean a day by it".formatted(shown),
                            "a date, as 2026-02-28",
                            "write `dates: excel` in the mapping if a spreadsheet counted the days");
            case MOMENT ->
                    Finding.error(
                            "audit.date.moment",
                            span,
                            "`%s` is a moment, and which day it was depends on where one stood"
                                    .formatted(shown),
                            "a day, as 2026-02-28",
                            "write `dates: moment` in the mapping if the day that is written is the one that counts");
            case CENTURY ->
                    Finding.error(
                            "audit.date.century",
                            span,
                            "`%s` has two figures for a year, or for a day".formatted(shown),
                            "a year of four figures, as 2026-02-28",
                            "write the dates out with four figures for the year");
        };
    }

    private String word(String column, String text) {
        return CellWord.of(library.vocabulary(), column, text);
    }

    /// The word of a cell that may be an abbreviation of several.
    private String word(String column, String text, Span span, List<Finding> wrong) {
        List<String> several = CellWord.several(library.vocabulary(), column, text);
        if (several.isEmpty()) {
            return word(column, text);
        }
        List<String> shown =
                several.stream().map(v -> CellWord.shown(library.vocabulary(), column, v)).toList();
        wrong.add(
                Finding.error(
                        "audit.cell.twofold",
                        span,
                        "`%s` can be %s".formatted(text, String.join(" or ", shown)),
                        "a word that can be read in one way",
                        "write `%s`".formatted(String.join("` or `", several))));
        // Something that is read without a further finding; the row is not decided.
        return several.getFirst();
    }

    private Node.Entry entry(String word, String text, Span span) {
        Optional<List<String>> amount = Headings.amount(library.vocabulary(), word);
        if (amount.isEmpty()) {
            return entry(word, cell(text, span, t -> word(word, t)), span);
        }
        var sum =
                new Node.Mapping(
                        List.of(entry(amount.get().getLast(), cell(text, span, t -> t), span)),
                        span);
        return entry(amount.get().getFirst(), sum, span);
    }

    private static Node.Entry entry(String word, Node value, Span span) {
        return new Node.Entry(new Node.Scalar(word, false, span), value);
    }

    private static Node cell(String text, Span span, UnaryOperator<String> each) {
        if (text.contains("|")) {
            return new Node.Mapping(
                    List.of(entry("possibly", list(text.split("\\|", -1), span, each), span)),
                    span);
        }
        return text.contains(";")
                ? list(text.split(";", -1), span, each)
                : new Node.Scalar(each.apply(text), false, span);
    }

    private static Node list(String[] parts, Span span, UnaryOperator<String> each) {
        return new Node.Sequence(
                Arrays.stream(parts)
                        .map(String::strip)
                        .filter(p -> !p.isEmpty())
                        .<Node>map(p -> new Node.Scalar(each.apply(p), false, span))
                        .toList(),
                span);
    }
}
