package org.plumbline.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Span;

/// The rows of a file, one after another, each cell as text.
///
/// Only a few rows are in memory at a time, however large the file.
sealed interface Sheet extends Closeable permits CsvSheet, ParquetSheet {

    /// How many of the first bytes of a file tell what it is.
    int HEAD = 65_536;

    /// A row with its place: in CSV the line on which it begins, in Parquet its number. The first is
    /// 1.
    record Line(long number, List<String> fields) {
        public Line {
            fields = List.copyOf(fields);
        }
    }

    /// What the columns are called.
    List<String> headings();

    /// What is wrong with columns as a whole, each by its place; their cells are empty. A column that is left
    /// out on purpose may be as it likes.
    default List<Finding> unfit() {
        return List.of();
    }

    /// The next row; absent at the end, or where the file can be read no further.
    Optional<Line> next();

    /// Why the file could be read no further, where it could not.
    Optional<Finding> broken();

    /// How many bytes of the file were read so far, about.
    long reached();

    /// Opens a file as what its first bytes say it is, whatever its name.
    ///
    /// @return the sheet, or the finding that says why there is none
    static Loaded<Sheet> open(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Loaded.unsound(none(file));
            }
            byte[] head = head(file);
            if (head.length < HEAD && isBlank(head)) {
                return Loaded.unsound(
                        Finding.error(
                                "audit.file.empty",
                                Span.of(file.toString()),
                                "the file is empty",
                                "a first line of headings, then a row for each case",
                                "write it out again, or take it away"));
            }
            if (begins(head, "PAR1")) {
                return ParquetSheet.of(file);
            }
            Optional<String> other = other(head);
            if (other.isPresent()) {
                return Loaded.unsound(
                        Finding.error(
                                "audit.file.kind",
                                Span.of(file.toString()),
                                "the file is " + other.get(),
                                "CSV in UTF-8, or in UTF-16 with its mark at the front, or Parquet",
                                "unpack it, or save it as CSV in UTF-8"));
            }
            return CsvSheet.of(file, head);
        } catch (IOException e) {
            return Loaded.unsound(broken(file, 1, why(e)));
        }
    }

    private static Finding none(Path file) {
        return Finding.error(
                "audit.file.missing",
                Span.of(file.toString()),
                Files.exists(file) ? "this is not a file" : "there is no such file",
                "a CSV or Parquet file",
                "look at its name and where it lies");
    }

    /// A file that could be read to a place and no further.
    static Finding broken(Path file, long line, String why) {
        return Finding.error(
                "audit.file.broken",
                new Span(file.toString(), (int) Math.min(line, Integer.MAX_VALUE), 1, 1),
                "the file could be read no further: " + why,
                "a whole CSV or Parquet file",
                "write it out again; the rows before that place were decided");
    }

    /// A text as a finding may quote it, cut where it is long.
    static String shown(String text) {
        String head = text.length() > 60 ? text.substring(0, 57) + "…" : text;
        return head.replaceAll("\\p{Cntrl}", "·");
    }

    /// An exception in words.
    static String why(Throwable problem) {
        String message = problem.getMessage();
        if (problem instanceof NoSuchFileException) {
            return "there is no place for " + message;
        }
        if (problem instanceof AccessDeniedException) {
            return message + " may not be opened";
        }
        return message == null || message.isBlank()
                ? problem.getClass().getSimpleName()
                : message.strip();
    }

    private static boolean isBlank(byte[] head) {
        return new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").isBlank();
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean begins(byte[] head, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (i >= head.length || head[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /// What else than CSV a file is, by its first bytes.
    private static Optional<String> other(byte[] head) {
        if (begins(head, "PK\u0003\u0004")) {
            return Optional.of("a spreadsheet or another packed file (ZIP)");
        }
        if (begins(head, "\u001f\u008b") || begins(head, "(\u00b5/\u00fd")) {
            return Optional.of("packed");
        }
        if (begins(head, "\u00ff\u00fe\u0000\u0000") || begins(head, "\u0000\u0000\u00fe\u00ff")) {
            return Optional.of("UTF-32");
        }
        if (CsvSheet.isSixteenBits(head)) {
            return Optional.empty();
        }
        // A stray one, as word processors leave in notes, is for its cell to answer for.
        int odd = 0;
        byte last = 0;
        for (byte b : head) {
            if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                odd++;
                last = b;
                if (b == 0) {
                    break;
                }
            }
        }
        return odd > head.length / 100 || (odd > 0 && last == 0)
                ? Optional.of("not text: it holds byte %d".formatted(last))
                : Optional.empty();
    }
}
