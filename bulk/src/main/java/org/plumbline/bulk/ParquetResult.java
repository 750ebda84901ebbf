package org.plumbline.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// A result in CSV made into one in Parquet, in the same order, by DuckDB.
///
/// What is a list is a list there, and days are days: `lifts_earliest` is empty and `lifts_never` true
/// where a bar never lifts. DuckDB is told to keep to a bounded memory, to write what does not fit
/// beside the result, and to fetch nothing.
final class ParquetResult {

    private static final List<String> SETTINGS =
            List.of(
                    "SET memory_limit = '256MB'",
                    "SET threads = 2",
                    "SET preserve_insertion_order = true",
                    "SET autoinstall_known_extensions = false",
                    "SET autoload_known_extensions = false");

    private ParquetResult() {}

    /// @throws IOException if it cannot be written; the CSV file is as it was
    static void make(Path csv, Path parquet) throws IOException {
        Path part = Outlet.part(parquet);
        Files.deleteIfExists(part);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement say = duck.createStatement()) {
            for (String setting : SETTINGS) {
                say.execute(setting);
            }
            say.execute("SET temp_directory = " + quoted(Outlet.part(parquet) + ".tmp"));
            say.execute(
                    """
                    COPY (
                        SELECT id, edition, %s AS headline, %s AS missing, %s AS provisions,
                            %s AS duties, TRY_CAST(lifts_earliest AS DATE) AS lifts_earliest,
                            TRY_CAST(lifts_latest AS DATE) AS lifts_latest,
                            coalesce(lifts_earliest = 'never', false) AS lifts_never, %s AS "then"
                        FROM read_csv(%s, header = true, all_varchar = true, auto_detect = false,
                            delim = ',', quote = '"', escape = '"',
                            columns = {%s})
                    ) TO %s (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 61440)
                    """
                            .formatted(
                                    list("headline", " or "),
                                    list("missing", "; "),
                                    list("provisions", "; "),
                                    list("duties", "; "),
                                    list("\"then\"", " or "),
                                    quoted(csv.toString()),
                                    String.join(
                                            ", ",
                                            AuditLine.HEADINGS.stream()
                                                    .map(h -> quoted(h) + ": 'VARCHAR'")
                                                    .toList()),
                                    quoted(part.toString())));
        } catch (SQLException e) {
            Files.deleteIfExists(part);
            throw new IOException(
                    "the Parquet file cannot be written: "
                            + Sheet.why(e).lines().findFirst().orElse(""),
                    e);
        }
        Outlet.move(part, parquet);
    }

    private static String list(String column, String separator) {
        return "CASE WHEN coalesce(%s, '') = '' THEN [] ELSE string_split(%s, '%s') END"
                .formatted(column, column, separator);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
