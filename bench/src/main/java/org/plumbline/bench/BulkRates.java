package org.plumbline.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.plumbline.bulk.CompiledLibrary;
import org.plumbline.bulk.Row;
import org.plumbline.bulk.Ruling;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;

/// How fast an invented caseload is decided, by look-up and plainly, and into how many classes it
/// falls.
///
/// One thread, processor time of that thread, so that a busy machine changes little. Rows are made
/// before the clock starts. Arguments: how many rows, and of how many the plain evaluator is asked.
public final class BulkRates {

    private BulkRates() {}

    /// Prints a table.
    public static void main(String[] args) {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int plainly = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
        long begun = processorNanos();
        Library library =
                switch (LibraryReader.read(Path.of("codes"), "codes/")) {
                    case Loaded.Sound<LibraryFiles>(var files, _) -> files.library();
                    case Loaded.Unsound<LibraryFiles>(var findings) ->
                            throw new IllegalStateException(findings.toString());
                };
        long read = processorNanos();
        CompiledLibrary compiled = CompiledLibrary.of(library);
        var caseload = new Caseload(library, LocalDate.of(2026, 6, 1));
        Row row = compiled.row();
        row.fill(caseload.row(0));
        compiled.decide(row);
        long made = processorNanos();
        System.out.printf(
                "library read in %d ms, compiled with its first row in %d ms%n",
                (read - begun) / 1_000_000, (made - read) / 1_000_000);
        System.out.println(
                "rows | ns a row | plain evaluator asked | classes | outcomes | different rows");
        Set<Scenario> different = new HashSet<>();
        int done = 0;
        long lifting = 0;
        for (int upTo = 1_000; upTo <= rows; upTo *= 10) {
            long spent = 0;
            int from = done;
            for (; done < upTo; done++) {
                Scenario scenario = caseload.row(done);
                row.fill(scenario);
                long start = processorNanos();
                Ruling ruling = compiled.decide(row);
                spent += processorNanos() - start;
                lifting += ruling.together().flatMap(Ruling.Joined::lifting).isPresent() ? 1 : 0;
                if (upTo <= 100_000) {
                    different.add(scenario);
                }
            }
            System.out.printf(
                    "%,d | %,d | %,d | %,d | %,d | %,d%n",
                    upTo,
                    spent / (upTo - from),
                    compiled.asked(),
                    compiled.classes(),
                    compiled.outcomes(),
                    different.size());
        }
        warm(compiled, caseload);
        var plain = new Decider(library);
        plain(plain, caseload, plainly);
        System.out.printf(
                "plain evaluator: %,d ns a row; %,d of %,d rows have a bar%n",
                plain(plain, caseload, plainly), lifting, done);
    }

    /// The same 1,000 rows again and again: nothing is asked any more.
    private static void warm(CompiledLibrary compiled, Caseload caseload) {
        Row[] filled = new Row[1_000];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = compiled.row();
            filled[i].fill(caseload.row(i));
        }
        long texts = 0;
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 60; round++) {
            long start = processorNanos();
            for (Row row : filled) {
                texts += compiled.decide(row).texts().size();
            }
            best = Math.min(best, processorNanos() - start);
        }
        System.out.printf(
                "looked up, nothing asked: %,d ns a row, %.1f texts a row%n",
                best / filled.length, texts / 60.0 / filled.length);
    }

    private static long plain(Decider plain, Caseload caseload, int rows) {
        long spent = 0;
        for (int i = 0; i < rows; i++) {
            Scenario scenario = caseload.row(i);
            long start = processorNanos();
            plain.decide(scenario);
            spent += processorNanos() - start;
        }
        return spent / Math.max(rows, 1);
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
