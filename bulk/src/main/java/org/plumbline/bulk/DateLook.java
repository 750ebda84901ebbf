package org.plumbline.bulk;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.bulk.ColumnProposal.Dates;
import org.plumbline.bulk.DateForms.Form;
import org.plumbline.bulk.DateForms.Trouble;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Span;

/// What is seen of one column of dates in one file: which forms its values fit.
final class DateLook {

    /// The orders of day and month, and the ways to count days.
    private static final List<Form> KINDS =
            List.of(Form.DAY_FIRST, Form.MONTH_FIRST, Form.EXCEL, Form.EXCEL_1904);

    private final Path file;
    private final int column;
    private final LocalDate day;
    private final DateForms plain = new DateForms();
    private final Set<Form> fit = EnumSet.copyOf(KINDS);
    private final Map<Form, Value> against = new EnumMap<>(Form.class);
    private Optional<Value> first = Optional.empty();
    private Optional<Value> shortened = Optional.empty();
    private boolean several;

    /// A value with the line on which it stands, and why it is not read where nothing is said.
    record Value(String text, long line, Trouble trouble) {}

    /// @param column its place in the file, the first being 0
    /// @param day on which it is looked at: an event that is later speaks against a way to count days
    DateLook(Path file, int column, LocalDate day) {
        this.file = file;
        this.column = column;
        this.day = day;
    }

    /// Looks at its cell of one more line.
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
        var value = new Value(text, line, read.trouble());
        if (read.trouble() == Trouble.CENTURY) {
            shortened = shortened.or(() -> Optional.of(value));
            return;
        }
        if (read.trouble() != Trouble.NONE && first.isEmpty()) {
            first = Optional.of(value);
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
            for (Form form : KINDS) {
                if (!fitting.contains(form)) {
                    against.putIfAbsent(form, value);
                }
            }
        }
    }

    private boolean fits(Form form, String text) {
        DateForms.Read read = new DateForms(form).read(text);
        return read.isDate() && (form != Form.EXCEL_1904 || !isLater(read.text()));
    }

    private boolean isLater(String text) {
        return text.compareTo(day.toString()) > 0;
    }

    /// How the column's dates are written, where its values fit one form and no other.
    Optional<Dates> proposed() {
        if (first.isEmpty() || several || fit.size() != 1) {
            return Optional.empty();
        }
        Form form = fit.iterator().next();
        Value value = first.get();
        return Optional.of(
                new Dates(
                        form.word(),
                        file,
                        value.text(),
                        new DateForms(form).read(value.text()).text(),
                        value.line()));
    }

    Path file() {
        return file;
    }

    /// What this file has instead of a form, in words; empty where its dates are written so, or can all be
    /// read whatever is said.
    Optional<String> otherThan(String form) {
        Optional<String> own = proposed().map(Dates::forms);
        if (own.isPresent()) {
            return own.filter(o -> !o.equals(form));
        }
        return isTroubled()
                ? Optional.of("left open")
                : against(form).map(value -> "`%s`".formatted(Sheet.shown(value.text())));
    }

    /// The finding that this file's dates are not written as another's; none where [#open] tells of them.
    Optional<Finding> differs(String heading, Dates other) {
        Optional<Dates> own = proposed();
        Optional<Value> value =
                own.isPresent() ? first : isTroubled() ? Optional.empty() : against(other.forms());
        return value.map(v ->
                Finding.error(
                        "audit.column.differs",
                        place(v.line()),
                        "two files differ about the dates of `%s`: %s in line %,d of %s is %s, `%s` here is %s"
                                .formatted(
                                        Sheet.shown(heading),
                                        "`" + other.value() + "`",
                                        other.line(),
                                        other.file(),
                                        other.forms(),
                                        Sheet.shown(v.text()),
                                        own.map(Dates::forms).orElse("not")),
                        "dates that are written in one way in every file",
                        "decide the files apart, each with a mapping of its own, or write the dates as 2026-02-28"));
    }

    /// The first value that is a date, and none in this form.
    private Optional<Value> against(String form) {
        return KINDS.stream()
                .filter(f -> f.word().equals(form))
                .flatMap(f -> Optional.ofNullable(against.get(f)).stream())
                .findFirst();
    }

    private boolean isTroubled() {
        return first.isPresent();
    }

    private Span place(long line) {
        return new Span(
                file.toString(), (int) Math.min(line, Integer.MAX_VALUE), column + 1, column + 2);
    }

    /// What cannot be read while nobody says how it is written.
    List<Finding> open() {
        return Stream.of(shortened, first.filter(_ -> proposed().isEmpty()))
                .flatMap(Optional::stream)
                .map(value ->
                        CaseReader.troubled(value.text(), value.trouble(), place(value.line())))
                .toList();
    }
}
