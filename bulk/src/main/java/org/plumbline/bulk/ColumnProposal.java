package org.plumbline.bulk;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Span;
import org.plumbline.core.vocabulary.Vocabulary;

/// What one mapping of somebody's files would say, as far as the files themselves tell: a word for each
/// heading, and how the dates of a column are written where its values fit one form and no other.
///
/// A column is placed by its own name or by one that can mean nothing else ([ColumnNames]), never because
/// letters agree: `Avoidable` is no misspelt `unavoidable`. Where two would hold the same, or where no
/// value is one of the fact's, it is not placed. Where two files differ about a heading, that is a finding,
/// and the heading or its dates are left for a person.
///
/// It looks at the first [#MOST] rows of each file. A form that a later row does not fit gives a finding
/// when the file is decided, so that what is proposed is never a guess that goes unnoticed.
///
/// @param columns from each heading to its place, each once, in the order of the files
/// @param dates from the heading of a column of dates to what is proposed
/// @param differing from the heading of a column of dates to what each file has, where they differ
/// @param findings files that cannot be read, what no column holds, columns whose dates can be read in
///     several ways, at the first line that can, and headings about which files differ
public record ColumnProposal(
        SequencedMap<String, Place> columns,
        SequencedMap<String, Dates> dates,
        SequencedMap<String, String> differing,
        List<Finding> findings) {

    /// Rows of a file that are looked at.
    public static final int MOST = 100_000;

    /// How a column's dates are proposed to be read.
    ///
    /// @param forms in the words of a mapping
    /// @param file in which the value stands
    /// @param value of some line, and the day that it then is
    /// @param day in the form of case files
    /// @param line on which the value stands
    public record Dates(String forms, Path file, String value, String day, long line) {}

    /// Where a column belongs.
    ///
    /// @param file which the rest is said of, the first that has the heading
    /// @param column its number in the file, the first being 1
    /// @param word what it holds; absent where that is not certain
    /// @param mayHold words of which one may be meant
    /// @param because why it is not placed; empty where nothing is known of it
    /// @param disputed whether that is because files differ, which a finding says
    public record Place(
            Path file,
            int column,
            Optional<String> word,
            List<String> mayHold,
            String because,
            boolean disputed) {
        public Place {
            mayHold = List.copyOf(mayHold);
        }

        Place open(List<String> may, String why) {
            return new Place(file, column, Optional.empty(), may, why, false);
        }

        private Place disputed(List<String> may, String why) {
            return new Place(file, column, Optional.empty(), may, why, true);
        }
    }

    public ColumnProposal {
        findings = List.copyOf(findings);
    }

    /// Looks at files.
    ///
    /// @param names what people call their columns
    /// @param day on which they are looked at: an event that is later speaks against a way to count days
    /// @return or why none of them can be read
    public static Loaded<ColumnProposal> of(
            Vocabulary vocabulary, ColumnNames names, List<Path> files, LocalDate day) {
        List<FileColumns> read = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Path file : files) {
            switch (FileColumns.of(vocabulary, names, file, day)) {
                case Loaded.Unsound<FileColumns>(var wrong) -> findings.addAll(wrong);
                case Loaded.Sound<FileColumns>(var one, _) -> read.add(one);
            }
        }
        return read.isEmpty()
                ? new Loaded.Unsound<>(findings)
                : Loaded.sound(together(read, findings));
    }

    private static ColumnProposal together(List<FileColumns> files, List<Finding> findings) {
        SequencedMap<String, Place> columns = new LinkedHashMap<>();
        for (FileColumns file : files) {
            file.places()
                    .keySet()
                    .forEach(heading ->
                            columns.computeIfAbsent(heading, h -> place(h, files, findings)));
        }
        for (FileColumns file : files) {
            findings.addAll(
                    Headings.missing(
                            file.file().toString(),
                            file.places().keySet().stream()
                                    .flatMap(h ->
                                            Optional.ofNullable(columns.get(h))
                                                    .flatMap(Place::word)
                                                    .stream())
                                    .toList()));
        }
        SequencedMap<String, Dates> dates = new LinkedHashMap<>();
        SequencedMap<String, String> differing = new LinkedHashMap<>();
        columns.forEach((heading, place) -> {
            List<DateLook> looks =
                    files.stream()
                            .flatMap(f -> Optional.ofNullable(f.dates().get(heading)).stream())
                            .toList();
            if (place.word().isPresent()) {
                dates(heading, looks, dates, differing, findings);
            }
        });
        return new ColumnProposal(columns, dates, differing, findings);
    }

    /// The place that every file gives a heading; none where they differ.
    private static Place place(String heading, List<FileColumns> files, List<Finding> findings) {
        List<Place> all =
                files.stream()
                        .flatMap(f -> Optional.ofNullable(f.places().get(heading)).stream())
                        .toList();
        Place first = all.getFirst();
        Optional<Place> other =
                all.stream().filter(p -> !p.word().equals(first.word())).findFirst();
        if (other.isEmpty()) {
            return first;
        }
        List<String> may = all.stream().flatMap(p -> p.word().stream()).distinct().toList();
        String why = "%s in %s, %s".formatted(said(first), first.file(), said(other.get()));
        findings.add(
                Finding.error(
                        "audit.column.differs",
                        new Span(
                                other.get().file().toString(),
                                1,
                                other.get().column(),
                                other.get().column() + 1),
                        "two files differ about `%s`: it is %s here"
                                .formatted(Sheet.shown(heading), why),
                        "a heading that holds the same in every file",
                        "write the word in the mapping if every file means it; otherwise rename the column in one of them, or decide them apart, each with a mapping of its own"));
        return first.disputed(may, "%s in %s".formatted(why, other.get().file()));
    }

    private static String said(Place place) {
        return place.word()
                .map("`%s`"::formatted)
                .orElseGet(() ->
                        place.because().isEmpty()
                                ? "not placed"
                                : "not placed (%s)".formatted(place.because()));
    }

    /// How the dates under one heading are written, where no file speaks against it.
    private static void dates(
            String heading,
            List<DateLook> looks,
            SequencedMap<String, Dates> dates,
            SequencedMap<String, String> differing,
            List<Finding> findings) {
        looks.forEach(look -> findings.addAll(look.open()));
        Optional<Dates> some = looks.stream().flatMap(l -> l.proposed().stream()).findFirst();
        if (some.isEmpty()) {
            return;
        }
        Dates first = some.get();
        for (DateLook look : looks) {
            Optional<String> other = look.otherThan(first.forms());
            if (other.isPresent()) {
                differing.put(
                        heading,
                        "%s in %s, %s in %s"
                                .formatted(first.forms(), first.file(), other.get(), look.file()));
                look.differs(heading, first).ifPresent(findings::add);
                return;
            }
        }
        dates.put(heading, first);
    }
}
