package org.plumbline.spark;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.plumbline.bulk.LineDecider;
import org.plumbline.core.load.Finding;

/// Decides the rows of one task a hundred at a time: what they come to stands in one row, as the lines
/// of CSV that one machine writes. Spark then carries a hundredth of the rows, and turns no cell of a
/// result from one form of text into another.
final class LinesOfPartition implements MapPartitionsFunction<Row, Row> {

    /// Lines of the result, lines of findings, and how many cases and records they are of.
    static final StructType TYPE =
            new StructType()
                    .add("decisions", DataTypes.StringType, true)
                    .add("findings", DataTypes.StringType, true)
                    .add("decided", DataTypes.LongType, false)
                    .add("undecided", DataTypes.LongType, false)
                    .add("records", DataTypes.LongType, false);

    private static final long serialVersionUID = 1;
    private static final int STRETCH = 100;

    private final CarriedLibrary carried;
    private final CaseloadJob.Reading reading;
    private final RowShape shape;

    LinesOfPartition(CarriedLibrary carried, CaseloadJob.Reading reading, String[] names) {
        this.carried = carried;
        this.reading = reading;
        this.shape = new RowShape(reading, names);
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        Desk desk = new Desk(carried, reading, shape.names());
        return new Iterator<>() {
            // The first task writes headings even if there is no row to write.
            private boolean first = TaskContext.getPartitionId() == 0 || rows.hasNext();

            @Override
            public boolean hasNext() {
                return first || rows.hasNext();
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Row stretch = stretch(desk, rows, first);
                first = false;
                return stretch;
            }
        };
    }

    private Row stretch(Desk desk, Iterator<Row> rows, boolean headed) {
        var decisions = new ByteArrayOutputStream(STRETCH * 256);
        List<List<String>> findings = new ArrayList<>();
        if (headed) {
            decisions.writeBytes(
                    LineDecider.csv(List.of(LineDecider.HEADINGS))
                            .getBytes(StandardCharsets.UTF_8));
            findings.add(Arrays.asList(CaseloadJob.FINDINGS.fieldNames()));
        }
        long decided = 0;
        long undecided = 0;
        long records = 0;
        for (int taken = 0; taken < STRETCH && rows.hasNext(); taken++) {
            Row row = rows.next();
            if (shape.isEmpty(row)) {
                continue;
            }
            LineDecider decider = desk.decider();
            Optional<LineDecider.Decided> unfit = shape.unfit(row);
            LineDecider.Decided one =
                    unfit.isPresent() ? unfit.get() : decider.decide(0, RowShape.cells(row));
            int lines = decider.lines(one, decisions);
            records += lines;
            decided += lines > 0 ? 1 : 0;
            undecided += lines > 0 ? 0 : 1;
            for (Finding finding : decider.findingsOfLines(one)) {
                findings.add(shape.record(one.key(), finding));
            }
        }
        return RowFactory.create(
                chomped(decisions.toString(StandardCharsets.UTF_8)),
                findings.isEmpty() ? null : chomped(LineDecider.csv(findings)),
                decided,
                undecided,
                records);
    }

    /// Without the last end of a line, which whoever writes it adds.
    private static @Nullable String chomped(String lines) {
        return lines.isEmpty() ? null : lines.substring(0, lines.length() - 1);
    }
}
