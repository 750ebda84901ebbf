package org.plumbline.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.plumbline.bulk.CompiledLibrary;
import org.plumbline.bulk.LineDecider;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Span;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;

/// The audit of a caseload as transformations of a [Dataset]: a row of columns for each case in, the
/// records that `plumbline audit` writes out.
///
/// A column is text, or whatever reads as its text; null is nothing known. Each case needs a key of
/// its own in `id`, since rows of a cluster have no number.
public final class CaseloadJob {

    /// How cases are to be read.
    ///
    /// @param mapping from the columns' own names to our words; empty where they are the same
    /// @param dates from a column's own name to how its dates are written, from the empty word to how
    ///     all others are
    /// @param asOf the day of the act where a row has none
    /// @param ordinary whether what a row does not say is taken as ordinary
    /// @param editions to decide under, whether they bind or not; empty for those that bind
    public record Reading(
            Map<String, String> mapping,
            Map<String, String> dates,
            LocalDate asOf,
            boolean ordinary,
            List<String> editions)
            implements Serializable {
        public Reading {
            mapping = Map.copyOf(mapping);
            dates = Map.copyOf(dates);
            editions = List.copyOf(editions);
        }
    }

    /// The columns of a decided case; one row for the texts joined and one for each text.
    public static final StructType DECISIONS = texts(LineDecider.HEADINGS);

    /// The columns of what is wrong with a case: its key, the column, and how to mend it.
    public static final StructType FINDINGS =
            texts(List.of("id", "column", "code", "found", "expected", "mend"));

    /// A column that holds a whole row as it was read, where that row does not fit the others.
    static final String AS_READ = "row_as_read";

    private static final StructType BOTH = both();

    private static final int COUNTED = BOTH.size() - 1;

    /// What one line of [#BOTH] counts for, so that each row of a caseload is counted once.
    private enum Counted {
        /// The row was counted by a line before.
        BEFORE(0),
        DECIDED(1),
        UNDECIDED(2);

        private final int number;

        Counted(int number) {
            this.number = number;
        }
    }

    private final Library library;
    private final CarriedLibrary carried;
    private final Reading reading;

    /// @param library broadcast now, once for every caseload that is decided by this job
    public CaseloadJob(SparkSession spark, Library library, Reading reading) {
        this.library = library;
        this.carried = new CarriedLibrary(spark, library, reading.editions());
        this.reading = reading;
    }

    private static StructType texts(List<String> names) {
        var type = new StructType();
        for (String name : names) {
            type = type.add(name, DataTypes.StringType, false);
        }
        return type;
    }

    private static StructType both() {
        var type = new StructType();
        for (String name : DECISIONS.fieldNames()) {
            type = type.add("decided_" + name, DataTypes.StringType, true);
        }
        for (String name : FINDINGS.fieldNames()) {
            type = type.add("found_" + name, DataTypes.StringType, true);
        }
        return type.add("counted", DataTypes.IntegerType, false);
    }

    /// What is wrong with the columns of a caseload; nothing may be decided while there is something.
    public List<Finding> wrongColumns(Dataset<Row> cases) {
        List<String> names = Arrays.asList(cases.columns());
        List<Finding> wrong = new ArrayList<>();
        if (decider(CompiledLibrary.of(library), names, reading)
                instanceof Loaded.Unsound<LineDecider>(var findings)) {
            wrong.addAll(findings);
        }
        if (names.stream()
                .noneMatch(n -> reading.mapping().getOrDefault(n, n).equals(LineDecider.KEY))) {
            wrong.add(
                    Finding.error(
                            "audit.column.missing",
                            Span.of("columns"),
                            "no column holds `id`",
                            "a key of its own for each case: rows of a cluster have no number",
                            "add the column, or name it in the mapping"));
        }
        return wrong;
    }

    /// Every decision of a caseload, and every finding, in one pass.
    ///
    /// @throws IllegalArgumentException if something is wrong with its columns
    public Decided decide(Dataset<Row> cases) {
        List<Finding> wrong = wrongColumns(cases);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong.toString());
        }
        return new Decided(
                cases.mapPartitions(
                        new Partition(carried, reading, cases.columns()), Encoders.row(BOTH)));
    }

    /// How a caseload came out.
    ///
    /// @param decided rows
    /// @param undecided rows
    /// @param records lines of the result
    public record Counts(long decided, long undecided, long records) {}

    /// Decisions and findings of a caseload; keep them (`cache`) where both are wanted.
    ///
    /// @param both rows of which either half is filled
    public record Decided(Dataset<Row> both) {

        /// How many rows were decided, how many could not be, and how many records there are.
        public Counts counts() {
            Column counted = both.col("counted");
            Row all =
                    both.agg(
                                    count(when(counted.equalTo(Counted.DECIDED.number), 1)),
                                    count(when(counted.equalTo(Counted.UNDECIDED.number), 1)),
                                    count(both.col("decided_id")))
                            .first();
            return new Counts(all.getLong(0), all.getLong(1), all.getLong(2));
        }

        /// The records that an audit writes.
        public Dataset<Row> decisions() {
            return half("decided_", DECISIONS);
        }

        /// What is wrong with cases, those that could not be decided among them.
        public Dataset<Row> findings() {
            return half("found_", FINDINGS);
        }

        private Dataset<Row> half(String prefix, StructType columns) {
            Dataset<Row> filled = both.where(both.col(prefix + "id").isNotNull());
            return filled.select(
                    Arrays.stream(columns.fieldNames())
                            .map(n -> both.col(prefix + n).as(n))
                            .toArray(Column[]::new));
        }
    }

    /// Every line of the result and every finding as CSV, in one pass: the form in which a caseload costs
    /// least, since a row of a [Dataset] then stands for a hundred cases.
    ///
    /// @throws IllegalArgumentException if something is wrong with its columns
    public Lines lines(Dataset<Row> cases) {
        List<Finding> wrong = wrongColumns(cases);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong.toString());
        }
        return new Lines(
                cases.mapPartitions(
                        new LinesOfPartition(carried, reading, cases.columns()),
                        Encoders.row(LinesOfPartition.TYPE)));
    }

    /// Decisions and findings of a caseload as lines of CSV; keep them (`cache`) where both are wanted.
    ///
    /// @param both stretches of lines: the first of each task begins with headings
    public record Lines(Dataset<Row> both) {

        /// How many rows were decided, how many could not be, and how many records there are.
        public Counts counts() {
            Row all =
                    both.agg(
                                    coalesce(sum("decided"), lit(0L)),
                                    coalesce(sum("undecided"), lit(0L)),
                                    coalesce(sum("records"), lit(0L)))
                            .first();
            return new Counts(all.getLong(0), all.getLong(1), all.getLong(2));
        }

        /// The lines that an audit writes, many in each row.
        public Dataset<Row> decisions() {
            return both.where(both.col("decisions").isNotNull()).select("decisions");
        }

        /// Lines about what is wrong with cases, many in each row.
        public Dataset<Row> findings() {
            return both.where(both.col("findings").isNotNull()).select("findings");
        }
    }

    // ── In an executor ──────────────────────────────────────────────────────────────────────

    static Loaded<LineDecider> decider(
            CompiledLibrary compiled, List<String> names, Reading reading) {
        SequencedMap<String, String> mapping = new LinkedHashMap<>(reading.mapping());
        mapping.put(AS_READ, "ignore");
        return LineDecider.of(
                compiled,
                "columns",
                names,
                mapping,
                reading.dates(),
                Known.Range.of(reading.asOf()),
                reading.ordinary());
    }

    static LineDecider sound(Loaded<LineDecider> loaded) {
        return switch (loaded) {
            case Loaded.Sound<LineDecider>(var decider, _) -> decider;
            case Loaded.Unsound<LineDecider>(var findings) ->
                    throw new IllegalArgumentException(findings.toString());
        };
    }

    private static final class Partition implements MapPartitionsFunction<Row, Row> {

        private static final long serialVersionUID = 1;

        private final CarriedLibrary carried;
        private final Reading reading;
        private final RowShape shape;

        Partition(CarriedLibrary carried, Reading reading, String[] names) {
            this.carried = carried;
            this.reading = reading;
            this.shape = new RowShape(reading, names);
        }

        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            Desk desk = new Desk(carried, reading, shape.names());
            return new Iterator<>() {
                private Iterator<Row> waiting = List.<Row>of().iterator();

                @Override
                public boolean hasNext() {
                    while (!waiting.hasNext() && rows.hasNext()) {
                        waiting = written(desk, rows.next()).iterator();
                    }
                    return waiting.hasNext();
                }

                @Override
                public Row next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    return waiting.next();
                }
            };
        }

        /// A row's records, and then its findings; one of either at least.
        private List<Row> written(Desk desk, Row of) {
            Optional<LineDecider.Decided> unfit = shape.unfit(of);
            if (unfit.isPresent()) {
                return List.of(
                        found(
                                unfit.get().key(),
                                unfit.get().findings().getFirst(),
                                Counted.UNDECIDED));
            }
            LineDecider decider = desk.decider();
            LineDecider.Decided decided = decider.decide(0, RowShape.cells(of));
            List<List<String>> records = decider.records(decided);
            List<Row> written = new ArrayList<>(records.size() + decided.findings().size());
            for (List<String> record : records) {
                Object[] cells = new Object[BOTH.size()];
                for (int i = 0; i < record.size(); i++) {
                    cells[i] = record.get(i);
                }
                cells[COUNTED] = (written.isEmpty() ? Counted.DECIDED : Counted.BEFORE).number;
                written.add(RowFactory.create(cells));
            }
            for (Finding finding : decided.findings()) {
                written.add(
                        found(
                                decided.key(),
                                finding,
                                written.isEmpty() ? Counted.UNDECIDED : Counted.BEFORE));
            }
            return written;
        }

        private Row found(String key, Finding finding, Counted counted) {
            Object[] cells = new Object[BOTH.size()];
            List<String> record = shape.record(key, finding);
            for (int i = 0; i < record.size(); i++) {
                cells[DECISIONS.size() + i] = record.get(i);
            }
            cells[COUNTED] = counted.number;
            return RowFactory.create(cells);
        }
    }
}
