package org.plumbline.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.plumbline.bulk.Ruling.Joined;
import org.plumbline.bulk.Ruling.Lifting;
import org.plumbline.bulk.Ruling.OfText;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Span;

/// The CSV form of rulings, what many rows share being put into words once.
///
/// For one thread. What it writes is what [AuditLine#records] says.
final class CsvLines {

    private final Middles<byte[]> middles = new Middles<>(fields -> utf8(line(fields) + ","));
    private final StringBuilder end = new StringBuilder();

    /// Records as lines.
    static String of(List<List<String>> records) {
        var out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            records.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /// Adds the lines of a row, in UTF-8.
    void add(String key, Ruling ruling, ByteArrayOutputStream out) {
        if (ruling.together().isEmpty()) {
            out.writeBytes(utf8(of(AuditLine.records(key, ruling))));
            return;
        }
        byte[] first = utf8(quoted(key) + ",");
        Joined together = ruling.together().get();
        add(first, middles.of(together), together.lifting(), out);
        for (OfText text : ruling.texts()) {
            add(first, middles.of(text), text.lifting(), out);
        }
    }

    private void add(
            byte[] first, byte[] middle, Optional<Lifting> lifting, ByteArrayOutputStream out) {
        out.writeBytes(first);
        out.writeBytes(middle);
        end.setLength(0);
        AuditLine.days(lifting, end);
        out.writeBytes(utf8(end.toString()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The finding that a spreadsheet would take a key that stands in a line for a formula, and run it.
    static Optional<Finding> formula(Span place, String key) {
        return isFormula(key)
                ? Optional.of(
                        Finding.warning(
                                "audit.key.formula",
                                place,
                                "the key begins with `%s`: a spreadsheet that opens the result takes it for a formula"
                                        .formatted(key.substring(0, 1)),
                                "a key that begins with a letter or a figure",
                                "write the result as .jsonl or .parquet, or load the column as text; the key stands in the result as it is"))
                : Optional.empty();
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty()
                && "=+-@".indexOf(cell.charAt(0)) >= 0
                && !cell.matches("[+-][0-9]+(?:[.,][0-9]+)?");
    }

    private static String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-')) {
                return line(List.of(text));
            }
        }
        return text.isEmpty() ? line(List.of(text)) : text;
    }

    private static String line(List<String> fields) {
        String line = of(List.of(fields));
        return line.substring(0, line.length() - 1);
    }
}
