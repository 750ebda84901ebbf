package org.plumbline.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// A CSV file, one record after another. The first holds the headings.
///
/// Fields are separated by commas; UTF-8, and what is not is replaced and so found when it is read.
final class Sheet implements Closeable {

    /// A record with its line, the first being 1.
    record Line(long number, List<String> fields) {
        Line {
            fields = List.copyOf(fields);
        }
    }

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> headings;
    private Optional<String> broken = Optional.empty();

    private Sheet(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
        this.headings = next().map(Line::fields).orElse(List.of());
    }

    static Sheet open(Path file) throws IOException {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var characters =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
        return new Sheet(
                CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .skipEmptyLines(true)
                        .ofCsvRecord(characters));
    }

    List<String> headings() {
        return headings;
    }

    /// The next record; absent at the end, or where the file can be read no further.
    Optional<Line> next() {
        try {
            if (broken.isPresent() || !records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord one = records.next();
            List<String> fields = new ArrayList<>(one.getFields());
            if (one.getStartingLineNumber() == 1 && !fields.isEmpty()) {
                fields.set(0, fields.getFirst().replace("\uFEFF", ""));
            }
            return Optional.of(new Line(one.getStartingLineNumber(), fields));
        } catch (CsvParseException e) {
            broken = Optional.of(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /// Why the file could be read no further, where it could not.
    Optional<String> broken() {
        return broken;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
