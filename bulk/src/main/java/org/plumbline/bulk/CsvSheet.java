package org.plumbline.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;

/// A CSV file. The first record holds the headings.
///
/// Fields are separated by commas, or by semicolons or tabs where the headings are. UTF-8, or UTF-16
/// where the file begins with its mark; what cannot be decoded is replaced by `U+FFFD` and found when
/// the row is read.
final class CsvSheet implements Sheet {

    /// `sep=;` above the headings, as some spreadsheets write and read it.
    private static final Pattern SAID = Pattern.compile("(?i:sep)=([,;\t|])");

    /// What some programs begin a file of UTF-8 with.
    private static final char MARK = '\uFEFF';

    private final Path file;
    private final Counted bytes;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> headings;
    private long line = 1;
    private Optional<Finding> broken = Optional.empty();

    private CsvSheet(Path file, Counted bytes, CsvReader<CsvRecord> reader) {
        this.file = file;
        this.bytes = bytes;
        this.reader = reader;
        this.records = reader.iterator();
        this.headings = next().map(Line::fields).orElse(List.of());
    }

    /// Counts what is read, for whoever waits.
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(read, 0);
            return read;
        }
    }

    /// @param head the first bytes of the file
    static Loaded<Sheet> of(Path file, byte[] head) throws IOException {
        Charset charset = charset(head);
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var bytes = new Counted(Files.newInputStream(file));
        var characters = new BufferedReader(new InputStreamReader(bytes, decoder), 1 << 16);
        // Before a quotation mark, the mark of UTF-8 would make it part of the first heading.
        characters.mark(1);
        if (characters.read() != MARK) {
            characters.reset();
        }
        var sheet =
                new CsvSheet(
                        file,
                        bytes,
                        CsvReader.builder()
                                .fieldSeparator(separator(new String(head, charset)))
                                .allowExtraFields(true)
                                .allowMissingFields(true)
                                .skipEmptyLines(true)
                                .allowExtraCharsAfterClosingQuote(true)
                                .ofCsvRecord(characters));
        if (sheet.broken.isPresent()) {
            sheet.close();
            return Loaded.unsound(sheet.broken.get());
        }
        return Loaded.sound(sheet);
    }

    /// Whether a file begins with the mark of UTF-16.
    static boolean isSixteenBits(byte[] head) {
        return head.length >= 2
                && ((head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)
                        || (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE));
    }

    private static Charset charset(byte[] head) {
        return isSixteenBits(head) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    /// The separator of the line of headings, whatever stands between quotation marks.
    private static char separator(String head) {
        String first =
                head.replaceFirst("^" + MARK, "")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("")
                        .replaceAll("\"[^\"]*\"", "");
        Matcher said = SAID.matcher(first);
        if (said.matches()) {
            return said.group(1).charAt(0);
        }
        char best = ',';
        long most = count(first, ',');
        for (char other : new char[] {';', '\t'}) {
            if (count(first, other) > most) {
                best = other;
                most = count(first, other);
            }
        }
        return best;
    }

    private static long count(String line, char separator) {
        return line.chars().filter(c -> c == separator).count();
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public Optional<Line> next() {
        try {
            if (broken.isPresent() || !records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord one = records.next();
            while (isPassedOver(one)) {
                if (!records.hasNext()) {
                    return Optional.empty();
                }
                one = records.next();
            }
            line = one.getStartingLineNumber();
            return Optional.of(new Line(line, one.getFields()));
        } catch (CsvParseException e) {
            broken = Optional.of(Sheet.broken(file, line, why(e)));
        } catch (UncheckedIOException e) {
            broken =
                    Optional.of(
                            Sheet.broken(
                                    file,
                                    line,
                                    Sheet.why(e.getCause() == null ? e : e.getCause())));
        }
        return Optional.empty();
    }

    /// A line that says how fields are separated, or one of separators alone, which spreadsheets write below
    /// their last row.
    private static boolean isPassedOver(CsvRecord record) {
        return (record.getStartingLineNumber() == 1 && SAID.matcher(text(record)).matches())
                || record.getFields().stream().allMatch(String::isBlank);
    }

    private static String text(CsvRecord record) {
        // The separator that is said cuts the line that says it in two.
        return String.join(";", record.getFields());
    }

    private static String why(CsvParseException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("buffer")) {
                return "a field is longer than anybody writes, after line %,d or so; a quotation mark may have been left open"
                        .formatted(e.getMessage() == null ? 1 : lineOf(e.getMessage()));
            }
        }
        return Sheet.why(e);
    }

    private static long lineOf(String message) {
        Matcher line = Pattern.compile("line ([0-9]+)").matcher(message);
        return line.find() ? Long.parseLong(line.group(1)) : 1;
    }

    @Override
    public Optional<Finding> broken() {
        return broken;
    }

    @Override
    public long reached() {
        return bytes.count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
