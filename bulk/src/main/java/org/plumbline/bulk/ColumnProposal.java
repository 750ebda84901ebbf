package org.plumbline.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.bulk.DateForms.Form;
import org.plumbline.bulk.DateForms.Trouble;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Span;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// What a mapping of somebody's file would say, as far as the file itself tells: a word for each column,
/// and how the dates of a column are written where its values fit one form and no other.
///
/// A column is placed by its own name or by one that can mean nothing else ([ColumnNames]), never because
/// letters agree: `Avoidable` is no misspelt `unavoidable`. Where two would hold the same, or where no
/// value is one of the fact's, it is not placed.
///
/// It looks at the first [#MOST] rows. A form that a later row does not fit gives a finding when the
/// file is decided, so that what is proposed is never a guess that goes unnoticed.
///
/// @param columns from each heading to its place
/// @param dates from the heading of a column of dates to what is proposed
/// @param findings columns whose dates can be read in several ways, at the first line that can
public record ColumnProposal(
        SequencedMap<String, Place> columns,
        SequencedMap<String, Dates> dates,
        List<Finding> findings) {

    /// Rows that are looked at.
    public static final int MOST = 100_000;

    /// How a column's dates are proposed to be read.
    ///
    /// @param forms in the words of a mapping
    /// @param value of some line, and the day that it then is
    /// @param day in the form of case files
    /// @param line on which the value stands
    public record Dates(String forms, String value, String day, long line) {}

    /// Where a column belongs.
    ///
    /// @param column its number in the file, the first being 1
    /// @param word what it holds; absent where that is not certain
    /// @param mayHold words of which one may be meant
    /// @param because why it is not placed; empty where nothing is known of it
    public record Place(int column, Optional<String> word, List<String> mayHold, String because) {
        public Place {
            mayHold = List.copyOf(mayHold);
        }

        private Place open(List<String> may, String why) {
            return new Place(column, Optional.empty(), may, why);
        }
    }

    /// The orders of day and month, and the ways to count days.
    private static final List<Form> KINDS =
            List.of(Form.DAY_FIRST, Form.MONTH_FIRST, Form.EXCEL, Form.EXCEL_1904);

    public ColumnProposal {
        findings = List.copyOf(findings);
    }

    /// Looks at a file.
    ///
    /// @param names what people call their columns
    /// @param day on which it is looked at: an event that is later speaks against a way to count days
    /// @return or why the file cannot be read
    public static Loaded<ColumnProposal> of(
            Vocabulary vocabulary, ColumnNames names, Path file, LocalDate day) {
        return switch (Sheet.open(file)) {
            case Loaded.Unsound<Sheet>(var wrong) -> new Loaded.Unsound<>(wrong);
            case Loaded.Sound<Sheet>(var open, _) -> {
                try (Sheet sheet = open) {
                    yield Loaded.sound(of(vocabulary, names, file, sheet, day));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static ColumnProposal of(
            Vocabulary vocabulary, ColumnNames names, Path file, Sheet sheet, LocalDate day) {
        SequencedMap<String, Place> columns =
                places(
                        vocabulary,
                        names,
                        sheet.headings(),
                        sheet.unfit().stream()
                                .map(f -> f.span().column())
                                .collect(Collectors.toSet()));
        List<Look> looks = new ArrayList<>();
        List<Fit> fits = new ArrayList<>();
        for (int column = 0; column < sheet.headings().size(); column++) {
            String heading = sheet.headings().get(column);
            Place place = columns.get(heading);
            String word = place == null ? "" : place.word().orElse("");
            if (isDate(vocabulary, word)) {
                looks.add(new Look(heading, column, day));
            } else if (!word.isEmpty()) {
                fits.add(new Fit(vocabulary, heading, column, word));
            }
        }
        int rows = 0;
        for (Optional<Sheet.Line> line = sheet.next();
                line.isPresent() && rows < MOST && !(looks.isEmpty() && fits.isEmpty());
                line = sheet.next()) {
            rows++;
            for (Look look : looks) {
                look.at(line.get());
            }
            for (Fit fit : fits) {
                fit.at(line.get());
            }
        }
        for (Fit fit : fits) {
            if (fit.failed()) {
                columns.computeIfPresent(
                        fit.heading,
                        (_, place) ->
                                place.open(
                                        List.of(),
                                        "none of its values is one of `%s`".formatted(fit.word)));
            }
        }
        SequencedMap<String, Dates> dates = new LinkedHashMap<>();
        List<Finding> findings =
                new ArrayList<>(
                        Headings.missing(
                                file.toString(),
                                columns.values().stream()
                                        .flatMap(place -> place.word().stream())
                                        .toList()));
        for (Look look : looks) {
            look.proposed().ifPresent(d -> dates.put(look.heading, d));
            findings.addAll(look.open(file));
        }
        return new ColumnProposal(columns, dates, findings);
    }

    private static SequencedMap<String, Place> places(
            Vocabulary vocabulary, ColumnNames names, List<String> headings, Set<Integer> unfit) {
        List<Place> all = new ArrayList<>();
        Map<String, Integer> held = new HashMap<>();
        for (int column = 0; column < headings.size(); column++) {
            Place place = place(vocabulary, names, headings.get(column), column + 1);
            all.add(place);
            place.word().ifPresent(w -> held.merge(w, 1, Integer::sum));
        }
        SequencedMap<String, Place> places = new LinkedHashMap<>();
        for (Place place : all) {
            if (unfit.contains(place.column())) {
                places.putIfAbsent(
                        headings.get(place.column() - 1),
                        place.open(List.of(), "it holds no plain values"));
                continue;
            }
            String word = place.word().orElse(Headings.IGNORE);
            places.putIfAbsent(
                    headings.get(place.column() - 1),
                    word.equals(Headings.IGNORE) || held.getOrDefault(word, 0) == 1
                            ? place
                            : place.open(List.of(word), "another column may hold the same"));
        }
        return places;
    }

    private static Place place(
            Vocabulary vocabulary, ColumnNames names, String heading, int column) {
        String word = Headings.word(heading);
        if (Headings.isKnown(vocabulary, word)) {
            return new Place(column, Optional.of(word), List.of(), "");
        }
        return names.of(heading)
                .map(n -> new Place(column, n.holds(), n.mayHold(), n.because()))
                .orElseGet(() -> new Place(column, Optional.empty(), List.of(), ""));
    }

    /// Whether any value of a column is one of its fact's.
    private static final class Fit {
        private final Vocabulary vocabulary;
        private final String heading;
        private final int column;
        private final String word;
        private boolean some;
        private boolean fits;

        Fit(Vocabulary vocabulary, String heading, int column, String word) {
            this.vocabulary = vocabulary;
            this.heading = heading;
            this.column = column;
            this.word = word;
        }

        void at(Sheet.Line line) {
            if (fits || column >= line.fields().size()) {
                return;
            }
            for (String part : line.fields().get(column).split("[|;]", -1)) {
                if (!part.isBlank()) {
                    some = true;
                    fits |= CellWord.isWord(vocabulary, word, part.strip());
                }
            }
        }

        boolean failed() {
            return some && !fits;
        }
    }

    private static boolean isDate(Vocabulary vocabulary, String word) {
        return word.equals("date") || vocabulary.facts().get(word) instanceof Fact.Event;
    }

    /// What the values of one column fit.
    private static final class Look {
        private final String heading;
        private final int column;
        private final LocalDate day;
        private final DateForms plain = new DateForms();
        private final Set<Form> fit = EnumSet.copyOf(KINDS);
        private Optional<Value> first = Optional.empty();
        private Optional<Value> shortened = Optional.empty();
        private boolean several;

        /// A value that is not read where nothing is said.
        private record Value(String text, long line, Trouble trouble) {}

        Look(String heading, int column, LocalDate day) {
            this.heading = heading;
            this.column = column;
            this.day = day;
        }

        void at(Sheet.Line line) {
            if (column >= line.fields().size()) {
                return;
            }
            for (String part : line.fields().get(column).split("[|;]", -1)) {
                if (!part.isBlank()) {
                    at(part.strip(), line.number());
                }
            }
        }

        private void at(String text, long line) {
            DateForms.Read read = plain.read(text);
            if (read.trouble() == Trouble.CENTURY) {
                shortened = shortened.or(() -> Optional.of(new Value(text, line, read.trouble())));
                return;
            }
            if (read.trouble() != Trouble.NONE && first.isEmpty()) {
                first = Optional.of(new Value(text, line, read.trouble()));
            }
            if (read.trouble() == Trouble.MOMENT) {
                several = true;
                return;
            }
            Set<Form> fitting = EnumSet.noneOf(Form.class);
            for (Form form : KINDS) {
                if (fits(form, text)) {
                    fitting.add(form);
                }
            }
            // What fits no form is no date, and found when the file is decided.
            if (!fitting.isEmpty()) {
                fit.retainAll(fitting);
            }
        }

        private boolean fits(Form form, String text) {
            DateForms.Read read = new DateForms(form).read(text);
            return read.isDate() && (form != Form.EXCEL_1904 || !isLater(read.text()));
        }

        private boolean isLater(String text) {
            return text.compareTo(day.toString()) > 0;
        }

        private Optional<Dates> proposed() {
            if (first.isEmpty() || several || fit.size() != 1) {
                return Optional.empty();
            }
            Form form = fit.iterator().next();
            Value value = first.get();
            return Optional.of(
                    new Dates(
                            form.word(),
                            value.text(),
                            new DateForms(form).read(value.text()).text(),
                            value.line()));
        }

        private List<Finding> open(Path file) {
            return Stream.of(shortened, first.filter(_ -> proposed().isEmpty()))
                    .flatMap(Optional::stream)
                    .map(value ->
                            CaseReader.troubled(
                                    value.text(),
                                    value.trouble(),
                                    new Span(
                                            file.toString(),
                                            (int) Math.min(value.line(), Integer.MAX_VALUE),
                                            column + 1,
                                            column + 2)))
                    .toList();
        }
    }
}
