package org.plumbline.spark;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.plumbline.bulk.LineDecider;
import org.plumbline.bulk.Ruling;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.norm.Library;

/// Functions over cases for SQL. A case is a struct whose fields have the vocabulary's names, so that
/// a table of cases is asked with `struct(*)`:
///
/// ```sql
/// SELECT id, plumbline_headline(struct(*)), plumbline_lifts(struct(*)) FROM cases
/// ```
///
/// Each speaks of all texts that bind, joined. What cannot be read as a case is null, never an answer;
/// `plumbline_problem` says what is wrong with it.
public final class SqlFunctions {

    private SqlFunctions() {}

    /// Registers the functions in a session. From Python:
    /// `spark._jvm.org.plumbline.spark.SqlFunctions.register(spark._jsparkSession, "codes",
    /// "2026-06-01", True)`.
    ///
    /// @param codes the folder of the library
    /// @param asOf the day of the act where a case has none, as `2026-06-01`
    /// @param ordinary whether what a case does not say is taken as ordinary
    public static void register(SparkSession spark, String codes, String asOf, boolean ordinary) {
        register(spark, LibraryFolder.read(Path.of(codes)), LocalDate.parse(asOf), ordinary);
    }

    static void register(SparkSession spark, Library library, LocalDate asOf, boolean ordinary) {
        var carried = new CarriedLibrary(spark, library, List.of());
        var reading = new CaseloadJob.Reading(Map.of(), Map.of(), asOf, ordinary, List.of());
        for (Asked asked : Asked.values()) {
            spark.udf()
                    .register(
                            asked.function,
                            new Call(carried, reading, asked),
                            DataTypes.StringType);
        }
    }

    /// What a function tells of a case.
    private enum Asked {
        HEADLINE("plumbline_headline"),
        LIFTS("plumbline_lifts"),
        PROVISIONS("plumbline_provisions"),
        MISSING("plumbline_missing"),
        PROBLEM("plumbline_problem");

        private final String function;

        Asked(String function) {
            this.function = function;
        }
    }

    private static @Nullable String told(Asked asked, LineDecider.Decided decided) {
        if (asked == Asked.PROBLEM) {
            return decided.findings().isEmpty()
                    ? null
                    : decided.findings().stream()
                            .map(f -> f.code() + ": " + f.found())
                            .collect(Collectors.joining("; "));
        }
        if (decided.ruling().isEmpty()) {
            return null;
        }
        Optional<Ruling.Joined> together = decided.ruling().get().together();
        if (together.isEmpty()) {
            return asked == Asked.HEADLINE ? headlines(decided.ruling().get().headlines()) : null;
        }
        Ruling.Joined joined = together.get();
        return switch (asked) {
            case HEADLINE -> headlines(joined.headlines());
            case LIFTS -> lifts(joined);
            case PROVISIONS -> String.join("; ", joined.by());
            case MISSING ->
                    joined.missing().stream().map(Missing::fact).collect(Collectors.joining("; "));
            case PROBLEM -> throw new IllegalStateException("told above");
        };
    }

    private static String headlines(List<Headline> headlines) {
        return headlines.stream().map(Headline::id).collect(Collectors.joining(" or "));
    }

    /// The day to wait for, `never`, or null where no bar stands or no day ends it for certain.
    private static @Nullable String lifts(Ruling.Joined joined) {
        if (joined.lifting().isEmpty()) {
            return null;
        }
        return switch (joined.lifting().get().lifts()) {
            case Lifts.Never() -> "never";
            case Lifts.On(_, var latest) -> latest.map(LocalDate::toString).orElse(null);
        };
    }

    private static final class Call implements UDF1<Row, @Nullable String> {

        private static final long serialVersionUID = 1;

        private final CarriedLibrary carried;
        private final CaseloadJob.Reading reading;
        private final Asked asked;
        private transient @Nullable Desk desk;

        Call(CarriedLibrary carried, CaseloadJob.Reading reading, Asked asked) {
            this.carried = carried;
            this.reading = reading;
            this.asked = asked;
        }

        @Override
        public @Nullable String call(Row of) {
            LineDecider.Decided decided;
            synchronized (this) {
                decided =
                        desk(List.of(of.schema().fieldNames()))
                                .decider()
                                .decide(0, RowShape.cells(of));
            }
            return told(asked, decided);
        }

        private Desk desk(List<String> fields) {
            Desk known = desk;
            if (known == null || !known.names().equals(fields)) {
                known = new Desk(carried, reading, fields);
                desk = known;
            }
            return known;
        }
    }
}
