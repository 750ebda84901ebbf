package org.plumbline.bulk;

import dev.hardwood.InputFile;
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
import java.util.logging.Level;
import java.util.logging.Logger;
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
        this.plain = new boolean[headings.size()];
        Arrays.fill(plain, true);
        unfit.forEach(f -> plain[f.span().column() - 1] = false);
        this.rows = reader.rowReader();
    }

    static Loaded<Sheet> of(Path file) {
        ParquetFileReader reader = null;
        try {
            reader = ParquetFileReader.open(InputFile.of(file));
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
                    Finding.error(
                            "audit.file.broken",
                            Span.of(file.toString()),
                            "the file begins as Parquet does and cannot be read as such: its end, which says where everything lies, is lost or spoilt",
                            "a whole Parquet file",
                            "write it out again; no row of it was decided (what stopped the reading: %s)"
                                    .formatted(Sheet.shown(Sheet.why(e)))));
        }
    }

    private static void close(@org.jspecify.annotations.Nullable ParquetFileReader reader) {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (IOException _) {
            // What was wrong with the file is told already.
        }
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
                        !plain[column] || rows.isNull(column) ? "" : text(rows.getValue(column)));
            }
            read++;
            return Optional.of(new Line(read, fields));
        } catch (RuntimeException e) {
            // Whatever a torn page makes of the decoder, it is the file that is broken.
            broken = Optional.of(Sheet.broken(file, read + 1, Sheet.why(e)));
            return Optional.empty();
        }
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof PqList list) {
            List<@org.jspecify.annotations.Nullable Object> items = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                items.add(list.isNull(i) ? null : list.get(i));
            }
            return CellText.of(items);
        }
        return CellText.of(value);
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
