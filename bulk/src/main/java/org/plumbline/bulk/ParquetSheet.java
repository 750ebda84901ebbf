package org.plumbline.bulk;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.schema.SchemaNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Span;

/// A Parquet file, its values as the text that a CSV file would hold.
///
/// A null is an empty cell, a list is its items with `; ` between, a date is its day. A moment at the
/// stroke of midnight in no zone is its day too: that is how tables without a type for days keep
/// them. What holds neither text nor a number, a truth, a day or a list of these is refused.
final class ParquetSheet implements Sheet {

    /// Says at every start which instructions it uses. Held, because a logger that nobody holds
    /// forgets what it was told.
    private static final Logger QUIET = Logger.getLogger("dev.hardwood");

    private static final Set<CompressionCodec> UNPACKED =
            Set.of(
                    CompressionCodec.UNCOMPRESSED,
                    CompressionCodec.SNAPPY,
                    CompressionCodec.GZIP,
                    CompressionCodec.ZSTD);

    static {
        QUIET.setLevel(Level.WARNING);
    }

    private final Path file;
    private final long size;
    private final long count;
    private final ParquetFileReader reader;
    private final RowReader rows;
    private final List<String> headings;
    private final List<Finding> unfit;
    private final boolean[] plain;
    private final boolean[] unsigned;
    private long read;
    private Optional<Finding> broken = Optional.empty();

    private ParquetSheet(Path file, ParquetFileReader reader, List<Finding> unfit)
            throws IOException {
        this.file = file;
        this.reader = reader;
        this.size = Files.size(file);
        this.count = Math.max(1, reader.getFileMetaData().numRows());
        this.headings =
                reader.getFileSchema().getRootNode().children().stream()
                        .map(SchemaNode::name)
                        .toList();
        this.unfit = List.copyOf(unfit);
        this.unsigned = new boolean[headings.size()];
        for (int column = 0; column < unsigned.length; column++) {
            unsigned[column] =
                    isUnsigned(reader.getFileSchema().getRootNode().children().get(column));
        }
        this.plain = new boolean[headings.size()];
        Arrays.fill(plain, true);
        unfit.forEach(f -> plain[f.span().column() - 1] = false);
        this.rows = reader.rowReader();
    }

    static Loaded<Sheet> of(Path file) {
        ParquetFileReader reader;
        try {
            reader = ParquetFileReader.open(InputFile.of(file));
        } catch (IOException | RuntimeException e) {
            return Loaded.unsound(
                    unread(
                            file,
                            "the file begins as Parquet does and cannot be read as such: its end, which says where everything lies, is lost or spoilt",
                            e));
        }
        Optional<CompressionCodec> codec = unpacked(reader);
        if (codec.isPresent()) {
            close(reader);
            return Loaded.unsound(
                    Finding.error(
                            "audit.file.kind",
                            Span.of(file.toString()),
                            "the file is Parquet that was packed with %s, which cannot be unpacked here"
                                    .formatted(codec.get()),
                            "Parquet that is packed with Snappy, GZIP or ZSTD, or not at all",
                            "write it out again with one of these"));
        }
        try {
            List<Finding> wrong = new ArrayList<>();
            List<SchemaNode> columns = reader.getFileSchema().getRootNode().children();
            for (int column = 0; column < columns.size(); column++) {
                if (!isPlain(columns.get(column))) {
                    wrong.add(
                            Finding.error(
                                    "audit.column.type",
                                    new Span(file.toString(), 1, column + 1, column + 2),
                                    "column %d, `%s`, holds neither text nor a number, a truth, a day or a list of these"
                                            .formatted(column + 1, columns.get(column).name()),
                                    "one such value, or a list of them, in each row",
                                    "write `ignore` beside it in the mapping, or the file with its parts in columns of their own"));
                }
            }
            return Loaded.sound(new ParquetSheet(file, reader, wrong));
        } catch (IOException | RuntimeException e) {
            close(reader);
            return Loaded.unsound(
                    unread(
                            file,
                            "the rows of the Parquet file cannot be read: a page is spoilt",
                            e));
        }
    }

    private static Finding unread(Path file, String found, Exception why) {
        return Finding.error(
                "audit.file.broken",
                Span.of(file.toString()),
                found,
                "a whole Parquet file",
                "write it out again; no row of it was decided (what stopped the reading: %s)"
                        .formatted(Sheet.shown(Sheet.why(why))));
    }

    /// By what a column is packed that nothing here unpacks.
    private static Optional<CompressionCodec> unpacked(ParquetFileReader reader) {
        return reader.getFileMetaData().rowGroups().stream()
                .flatMap(group -> group.columns().stream())
                .map(chunk -> chunk.metaData().codec())
                .filter(codec -> !UNPACKED.contains(codec))
                .findFirst();
    }

    private static void close(ParquetFileReader reader) {
        try {
            reader.close();
        } catch (IOException _) {
            // What was wrong with the file is told already.
        }
    }

    private static boolean isUnsigned(SchemaNode node) {
        return switch (node) {
            case SchemaNode.PrimitiveNode one ->
                    one.logicalType() instanceof LogicalType.IntType whole && !whole.isSigned();
            case SchemaNode.GroupNode group ->
                    group.isList()
                            && group.getListElement() instanceof SchemaNode.PrimitiveNode one
                            && isUnsigned(one);
        };
    }

    private static boolean isPlain(SchemaNode node) {
        return switch (node) {
            case SchemaNode.PrimitiveNode one -> isPlain(one);
            case SchemaNode.GroupNode group ->
                    group.isList()
                            && group.getListElement() instanceof SchemaNode.PrimitiveNode one
                            && isPlain(one);
        };
    }

    private static boolean isPlain(SchemaNode.PrimitiveNode one) {
        LogicalType logical = one.logicalType();
        return switch (one.type()) {
            case BOOLEAN, INT32, INT64, FLOAT, DOUBLE -> !(logical instanceof LogicalType.TimeType);
            case BYTE_ARRAY ->
                    logical == null
                            || logical instanceof LogicalType.StringType
                            || logical instanceof LogicalType.EnumType
                            || logical instanceof LogicalType.DecimalType;
            case FIXED_LEN_BYTE_ARRAY ->
                    logical instanceof LogicalType.DecimalType
                            || logical instanceof LogicalType.UuidType;
            case INT96 -> one.type() == PhysicalType.INT96;
        };
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public List<Finding> unfit() {
        return unfit;
    }

    @Override
    public Optional<Line> next() {
        if (broken.isPresent()) {
            return Optional.empty();
        }
        try {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            rows.next();
            List<String> fields = new ArrayList<>(headings.size());
            for (int column = 0; column < headings.size(); column++) {
                fields.add(
                        !plain[column] || rows.isNull(column)
                                ? ""
                                : text(rows.getValue(column), unsigned[column]));
            }
            read++;
            return Optional.of(new Line(read, fields));
        } catch (RuntimeException e) {
            // Whatever a torn page makes of the decoder, it is the file that is broken.
            broken = Optional.of(Sheet.broken(file, read + 1, Sheet.why(e)));
            return Optional.empty();
        }
    }

    private static String text(@Nullable Object value, boolean unsigned) {
        if (value instanceof PqList list) {
            List<@Nullable Object> items = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                items.add(list.isNull(i) ? null : signed(list.get(i), unsigned));
            }
            return CellText.of(items);
        }
        return CellText.of(signed(value, unsigned));
    }

    /// A whole number of which the first bit is no sign, as its text.
    private static @Nullable Object signed(@Nullable Object value, boolean unsigned) {
        return switch (value) {
            case Integer number when unsigned -> Integer.toUnsignedString(number);
            case Long number when unsigned -> Long.toUnsignedString(number);
            case null, default -> value;
        };
    }

    @Override
    public Optional<Finding> broken() {
        return broken;
    }

    @Override
    public long reached() {
        return Math.min(size, (long) (size * ((double) read / count)));
    }

    @Override
    public void close() throws IOException {
        rows.close();
        reader.close();
    }
}
