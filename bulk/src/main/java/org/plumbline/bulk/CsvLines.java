package org.plumbline.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.plumbline.bulk.Ruling.Joined;
import org.plumbline.bulk.Ruling.OfText;

/// The CSV form of rulings, what many rows share being put into words once.
///
/// For one thread. What it writes is what [AuditLine#records] says.
final class CsvLines {

    private final Middles<String> middles = new Middles<>(fields -> line(fields) + ",");

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

    /// Adds the lines of a row.
    void add(String key, Ruling ruling, StringBuilder out) {
        if (ruling.together().isEmpty()) {
            out.append(of(AuditLine.records(key, ruling)));
            return;
        }
        String quoted = quoted(key);
        Joined together = ruling.together().get();
        out.append(quoted).append(',').append(middles.of(together));
        AuditLine.days(together.lifting(), out);
        for (OfText text : ruling.texts()) {
            out.append(quoted).append(',').append(middles.of(text));
            AuditLine.days(text.lifting(), out);
        }
    }

    /// Whether a spreadsheet would take a cell for a formula, and run it.
    static boolean isFormula(String cell) {
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
