package org.plumbline.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
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
/// It looks at the first [#MOST] rows. A form that a later row does not fit gives a finding when the
/// file is decided, so that what is proposed is never a guess that goes unnoticed.
///
/// @param columns from each heading to its word, or nothing where none fits
/// @param dates from the heading of a column of dates to what is proposed
/// @param findings columns whose dates can be read in several ways, at the first line that can
public record ColumnProposal(
        SequencedMap<String, Optional<String>> columns,
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

    /// The orders of day and month, and the ways to count days.
    private static final List<Form> KINDS =
            List.of(Form.DAY_FIRST, Form.MONTH_FIRST, Form.EXCEL, Form.EXCEL_1904);

    public ColumnProposal {
        findings = List.copyOf(findings);
    }

    /// Looks at a file.
    ///
    /// @param day on which it is looked at: an event that is later speaks against a way to count days
    /// @return or why the file cannot be read
    public static Loaded<ColumnProposal> of(Vocabulary vocabulary, Path file, LocalDate day) {
        return switch (Sheet.open(file)) {
            case Loaded.Unsound<Sheet>(var wrong) -> new Loaded.Unsound<>(wrong);
            case Loaded.Sound<Sheet>(var open, _) -> {
                try (Sheet sheet = open) {
                    yield Loaded.sound(of(vocabulary, file, sheet, day));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static ColumnProposal of(Vocabulary vocabulary, Path file, Sheet sheet, LocalDate day) {
        SequencedMap<String, Optional<String>> columns =
                Headings.propose(vocabulary, sheet.headings());
        List<Look> looks = new ArrayList<>();
        for (int column = 0; column < sheet.headings().size(); column++) {
            String heading = sheet.headings().get(column);
            if (columns.getOrDefault(heading, Optional.empty())
                    .filter(word -> isDate(vocabulary, word))
                    .isPresent()) {
                looks.add(new Look(heading, column, day));
            }
        }
        int rows = 0;
        for (Optional<Sheet.Line> line = sheet.next();
                line.isPresent() && !looks.isEmpty() && rows < MOST;
                line = sheet.next()) {
            rows++;
            for (Look look : looks) {
                look.at(line.get());
            }
        }
        SequencedMap<String, Dates> dates = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Look look : looks) {
            look.proposed().ifPresent(d -> dates.put(look.heading, d));
            look.open(file).ifPresent(findings::add);
        }
        return new ColumnProposal(columns, dates, findings);
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

        private Optional<Finding> open(Path file) {
            return first.filter(_ -> proposed().isEmpty())
                    .map(value ->
                            CaseReader.troubled(
                                    value.text(),
                                    value.trouble(),
                                    new Span(
                                            file.toString(),
                                            (int) Math.min(value.line(), Integer.MAX_VALUE),
                                            column + 1,
                                            column + 2)));
        }
    }
}
