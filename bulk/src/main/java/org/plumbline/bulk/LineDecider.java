package org.plumbline.bulk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Severity;
import org.plumbline.core.load.Span;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// Decides the lines of somebody's sheet one after another: what [Audit] does with a line, for callers
/// that bring the lines themselves, such as the tasks of a cluster.
///
/// One thread at a time; many may share a [CompiledLibrary].
public final class LineDecider {

    /// The headings of a decided line's records.
    public static final List<String> HEADINGS = AuditLine.HEADINGS;

    /// The column that holds a row's own key.
    public static final String KEY = Headings.KEY;

    private final CompiledLibrary compiled;
    private final CaseReader reader;
    private final Row row;
    private final RowReader rows;
    private final Middles<List<String>> middles = new Middles<>(UnaryOperator.identity());
    private final CsvLines lines = new CsvLines();

    /// A decided line.
    ///
    /// @param key the row's own, empty where it has none; its number where no column holds keys
    /// @param ruling what is said of it; empty where it cannot be read or no possible person fits it
    /// @param findings what is wrong with the line
    public record Decided(String key, Optional<Ruling> ruling, List<Finding> findings) {}

    private LineDecider(CompiledLibrary compiled, CaseReader reader) {
        this.compiled = compiled;
        this.reader = reader;
        this.row = compiled.row();
        this.rows = new RowReader(reader, row, compiled.library().constraints());
    }

    /// A decider of lines under some headings.
    ///
    /// @param file how findings call the sheet
    /// @param mapping from its own headings to our words; empty where they are the same
    /// @param dates from a heading to how its dates are written, from the empty word to how all others
    ///     are, as [ColumnMapping] has it
    /// @param asOf the day of the act where a line has none
    /// @param ordinary whether what a line does not say is taken as ordinary
    /// @return or what is wrong with the headings
    public static Loaded<LineDecider> of(
            CompiledLibrary compiled,
            String file,
            List<String> headings,
            SequencedMap<String, String> mapping,
            Map<String, String> dates,
            Known.Range asOf,
            boolean ordinary) {
        List<Finding> wrong = new ArrayList<>();
        Library library = compiled.library();
        Headings words = Headings.of(library.vocabulary(), file, headings, mapping, wrong);
        return wrong.isEmpty()
                ? new Loaded.Sound<>(
                        new LineDecider(
                                compiled,
                                new CaseReader(library, file, words, asOf, ordinary, dates)),
                        List.of())
                : new Loaded.Unsound<>(wrong);
    }

    /// What a line says, undecided.
    ///
    /// @param number the line's place in the sheet, the headings being 1
    public Loaded<Scenario> read(long number, List<String> fields) {
        return reader.read(new Sheet.Line(number, fields)).scenario();
    }

    /// What the library says of a line.
    ///
    /// @param number the line's place in the sheet, the headings being 1
    public Decided decide(long number, List<String> fields) {
        var line = new Sheet.Line(number, fields);
        String key = reader.hasKeys() ? reader.key(line).orElse("") : String.valueOf(number);
        if (rows.fill(line, row)) {
            Ruling ruling = compiled.decide(row);
            if (ruling.way() != Ruling.Way.IMPOSSIBLE) {
                return new Decided(key, Optional.of(ruling), List.of());
            }
        }
        return switch (reader.read(line).scenario()) {
            case Loaded.Unsound<Scenario>(var findings) ->
                    new Decided(key, Optional.empty(), findings);
            case Loaded.Sound<Scenario>(var scenario, var warnings) -> {
                Ruling ruling = compiled.decide(scenario, row);
                yield ruling.way() == Ruling.Way.IMPOSSIBLE
                        ? new Decided(
                                key, Optional.empty(), List.of(impossible(reader.place(line))))
                        : new Decided(
                                key,
                                Optional.of(ruling),
                                warnings.stream()
                                        .filter(w -> w.severity() == Severity.WARNING)
                                        .toList());
            }
        };
    }

    /// What is wrong with a line of a sheet before any cell is read: more or fewer fields than headings,
    /// or a quotation mark that was left open.
    ///
    /// @param file how findings call the sheet
    /// @param text of the line, as it stands in a CSV file with commas
    /// @param headings how many there are
    public static Optional<Finding> misshapen(String file, String text, int headings) {
        try (CsvReader<CsvRecord> fields =
                CsvReader.builder().allowExtraCharsAfterClosingQuote(true).ofCsvRecord(text)) {
            return fields.stream()
                    .findFirst()
                    .flatMap(f ->
                            CaseReader.shape(
                                    Span.of(file), new Sheet.Line(1, f.getFields()), headings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a value of a table says, as a CSV file would hold it: a list its items with `; ` between, a
    /// moment at midnight in no zone its day, a number without needless figures.
    public static String text(@Nullable Object value) {
        return CellText.of(value);
    }

    /// A line's records, as an audit writes them; none where it was not decided.
    public List<List<String>> records(Decided decided) {
        return decided.ruling()
                .map(r -> AuditLine.records(decided.key(), r, middles))
                .orElse(List.of());
    }

    /// What is wrong with a line whose records are written as CSV: what was found in it, and that a
    /// spreadsheet would take its key for a formula.
    public List<Finding> findingsOfLines(Decided decided) {
        Optional<Finding> formula =
                decided.ruling()
                        .flatMap(_ ->
                                CsvLines.formula(
                                        reader.place(new Sheet.Line(1, List.of())), decided.key()));
        return formula.isEmpty()
                ? decided.findings()
                : Stream.concat(decided.findings().stream(), formula.stream()).toList();
    }

    /// Adds a line's records as lines of CSV in UTF-8, as an audit writes them, each with its end.
    ///
    /// @return how many they are; 0 where it was not decided
    public int lines(Decided decided, ByteArrayOutputStream out) {
        if (decided.ruling().isEmpty()) {
            return 0;
        }
        Ruling ruling = decided.ruling().get();
        lines.add(decided.key(), ruling, out);
        return ruling.together().isEmpty() ? 1 : 1 + ruling.texts().size();
    }

    /// Records as lines of CSV, each with its end.
    public static String csv(List<List<String>> records) {
        return CsvLines.of(records);
    }

    private static Finding impossible(Span place) {
        return Finding.error(
                "scenario.impossible",
                place,
                "no possible person fits what the row says",
                "facts that can be true together",
                "check the dates and the facts against one another");
    }
}
