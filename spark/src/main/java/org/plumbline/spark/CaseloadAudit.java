package org.plumbline.spark;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.plumbline.bulk.ColumnMapping;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;

/// What `spark-submit` runs: `CaseloadAudit --codes DIR --on DATE [--ordinary] [--mapping FILE]
/// [--column THEIRS=OURS]… [--dates FORM] [--edition ID]… [--parquet] IN OUT`.
///
/// FILE is a mapping as `plumbline audit --columns` writes it, which the driver reads; `--column` and
/// `--dates` (`day-first`, `month-first`, `excel`, `moment` …, for columns of which it says nothing) say
/// the same in single words, and more than it.
///
/// IN is CSV with headings, or Parquet where its name says so; whatever Spark can reach. OUT becomes a
/// folder with `decisions`, in CSV or Parquet, and `findings`, in CSV.
///
/// Exit status: 0, 1 where some row could not be decided, 2 where the columns could not be placed, 64
/// for a command line that is not understood.
public final class CaseloadAudit {

    private static final String USAGE =
            "CaseloadAudit --codes DIR --on DATE [--ordinary] [--mapping FILE] [--column THEIRS=OURS]… [--dates FORM] [--edition ID]… [--parquet] IN OUT";

    private CaseloadAudit() {}

    /// Runs the audit and ends the process where it cannot say that every row was decided.
    public static void main(String[] arguments) {
        SparkSession spark = SparkSession.builder().appName("plumbline audit").getOrCreate();
        int status;
        try {
            status = run(spark, arguments);
        } finally {
            spark.stop();
        }
        if (status != 0) {
            System.exit(status);
        }
    }

    /// Runs the audit.
    ///
    /// @return the exit status
    static int run(SparkSession spark, String... arguments) {
        String codes = "codes";
        LocalDate on = null;
        boolean ordinary = false;
        boolean parquet = false;
        Optional<Path> written = Optional.empty();
        Map<String, String> columns = new HashMap<>();
        Map<String, String> dates = new HashMap<>();
        boolean dated = true;
        List<String> editions = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            String word = arguments[i];
            boolean more = i + 1 < arguments.length;
            switch (word) {
                case "--ordinary" -> ordinary = true;
                case "--parquet" -> parquet = true;
                case "--codes" -> codes = more ? arguments[++i] : "";
                case "--on" -> on = more ? LocalDate.parse(arguments[++i]) : null;
                case "--mapping" -> written = Optional.of(Path.of(more ? arguments[++i] : ""));
                case "--dates" -> {
                    String forms = more ? arguments[++i] : "";
                    dated = ColumnMapping.isFormOfDates(forms);
                    dates.put("", forms);
                }
                case "--edition" -> editions.add(more ? arguments[++i] : "");
                case "--column" -> {
                    String[] pair = (more ? arguments[++i] : "").split("=", 2);
                    columns.put(pair[0], pair.length == 2 ? pair[1] : "");
                }
                default -> places.add(word);
            }
        }
        if (on == null
                || places.size() != 2
                || places.stream().anyMatch(p -> p.startsWith("--"))
                || !dated) {
            System.err.println(USAGE);
            return 64;
        }
        // Days and moments as such, and not by way of the session's time zone.
        spark.conf().set("spark.sql.datetime.java8API.enabled", "true");
        Map<String, String> mapping = new HashMap<>();
        if (written.isPresent()) {
            switch (ColumnMapping.read(written.get())) {
                case Loaded.Unsound<ColumnMapping>(var wrong) -> {
                    tell(wrong);
                    return 2;
                }
                case Loaded.Sound<ColumnMapping>(var read, _) -> {
                    mapping.putAll(read.columns());
                    read.dates().forEach(dates::putIfAbsent);
                }
            }
        }
        mapping.putAll(columns);
        var job =
                new CaseloadJob(
                        spark,
                        LibraryFolder.read(Path.of(codes)),
                        new CaseloadJob.Reading(mapping, dates, on, ordinary, editions));
        Dataset<Row> cases = read(spark, places.getFirst());
        List<Finding> wrong = job.wrongColumns(cases);
        if (!wrong.isEmpty()) {
            tell(wrong);
            return 2;
        }
        String out = places.getLast();
        CaseloadJob.Counts counts = parquet ? parquet(job, cases, out) : csv(job, cases, out);
        System.out.printf(
                "%,d rows; %,d records; %,d rows could not be decided%n",
                counts.decided() + counts.undecided(), counts.records(), counts.undecided());
        return counts.undecided() == 0 ? 0 : 1;
    }

    private static void tell(List<Finding> wrong) {
        wrong.forEach(f -> System.err.println(f.code() + ": " + f.found() + "; " + f.mend()));
    }

    private static Dataset<Row> read(SparkSession spark, String in) {
        if (in.endsWith(".parquet")) {
            return spark.read().parquet(in);
        }
        var headed = spark.read().option("header", true).option("escape", "\"");
        StructType names = headed.csv(in).schema();
        // Without this column Spark would leave out what is too much in a row, and say nothing.
        return headed.schema(names.add(CaseloadJob.AS_READ, DataTypes.StringType))
                .option("columnNameOfCorruptRecord", CaseloadJob.AS_READ)
                .csv(in);
    }

    private static CaseloadJob.Counts parquet(CaseloadJob job, Dataset<Row> cases, String out) {
        CaseloadJob.Decided decided = job.decide(cases);
        decided.both().persist(StorageLevel.MEMORY_AND_DISK());
        decided.decisions().write().mode(SaveMode.ErrorIfExists).parquet(out + "/decisions");
        decided.findings()
                .write()
                .mode(SaveMode.ErrorIfExists)
                .option("header", true)
                .option("escape", "\"")
                .option("emptyValue", "")
                .csv(out + "/findings");
        return decided.counts();
    }

    private static CaseloadJob.Counts csv(CaseloadJob job, Dataset<Row> cases, String out) {
        CaseloadJob.Lines lines = job.lines(cases);
        lines.both().persist(StorageLevel.MEMORY_AND_DISK());
        text(lines.decisions(), out + "/decisions");
        text(lines.findings(), out + "/findings");
        return lines.counts();
    }

    /// Lines as they are.
    static void text(Dataset<Row> lines, String folder) {
        lines.write().mode(SaveMode.ErrorIfExists).format(CsvText.class.getName()).save(folder);
    }
}
