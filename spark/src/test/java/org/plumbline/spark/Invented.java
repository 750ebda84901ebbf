package org.plumbline.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.plumbline.bulk.Audit;
import org.plumbline.bulk.ColumnMapping;
import org.plumbline.bulk.CompiledLibrary;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;

/// An invented caseload as CSV, and what one machine says of it.
final class Invented {

    static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    static final Library LIBRARY =
            LibraryFolder.read(Path.of(System.getProperty("plumbline.codes")));

    private Invented() {}

    /// Writes a caseload of so many rows; every fiftieth cannot be read.
    static Path caseload(Path folder, int rows) {
        var random = new Random(7);
        List<String> lines = new ArrayList<>();
        lines.add("id,membership,act,party,service-ended,last-professional-contact,harm-risk");
        for (int row = 0; row < rows; row++) {
            String party = any(random, "former-client", "current-client", "client-partner");
            LocalDate ended = DAY.minusDays(random.nextInt(2500));
            String day =
                    switch (party.startsWith("former") ? random.nextInt(4) : 0) {
                        case 0 -> "";
                        case 1 -> ended.toString().substring(0, 7);
                        default -> ended.toString();
                    };
            lines.add(
                    String.join(
                            ",",
                            "case-" + row,
                            any(random, "nasw", "aca", "apa", "aamft", "nasw; aca"),
                            row % 50 == 49
                                    ? "levitation"
                                    : any(
                                            random,
                                            "friendship",
                                            "sexual-contact",
                                            "gift-receive",
                                            "barter"),
                            party,
                            day,
                            day,
                            any(random, "", "true", "false")));
        }
        Path file = folder.resolve("cases.csv");
        try {
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String any(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    /// The lines that one machine writes, sorted.
    static List<String> onOneMachine(Path cases, Path folder) {
        return onOneMachine(cases, folder, ColumnMapping.NONE);
    }

    /// The same of a sheet with headings of its own.
    static List<String> onOneMachine(Path cases, Path folder, ColumnMapping mapping) {
        Path out = folder.resolve("one.csv");
        new Audit(
                        CompiledLibrary.of(LIBRARY),
                        Optional.empty(),
                        new Audit.Order(
                                List.of(cases),
                                mapping.columns(),
                                mapping.dates(),
                                Known.Range.of(DAY),
                                true,
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                out,
                                folder.resolve("one.findings.csv"),
                                false,
                                LIBRARY.fingerprint()))
                .run(_ -> {}, new ArrayList<>());
        return lines(out).skip(1).sorted().toList();
    }

    /// The lines of a folder that Spark wrote, without its headings, sorted.
    static List<String> written(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".csv"))
                    .flatMap(f -> lines(f).skip(1))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
