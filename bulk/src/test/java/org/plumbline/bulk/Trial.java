package org.plumbline.bulk;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.plumbline.core.Codes;
import org.plumbline.core.load.Finding;
import org.plumbline.core.scenario.Known;

/// Audits of files in one folder, as tests order them: ordinary, on 1 June 2026, to `out.csv`.
final class Trial {

    private final Path folder;
    private List<Filter> filters = List.of();
    private SequencedMap<String, String> mapping = new LinkedHashMap<>();
    private SequencedMap<String, String> dates = new LinkedHashMap<>();
    private Optional<Path> since = Optional.empty();
    private String out = "out.csv";
    private LocalDate day = LocalDate.of(2026, 6, 1);
    private boolean ordinary = true;
    private String library = "the library of the tests";
    private boolean resume;

    Trial(Path folder) {
        this.folder = folder;
    }

    Trial filters(List<Filter> some) {
        filters = some;
        return this;
    }

    Trial mapping(SequencedMap<String, String> columns) {
        mapping = columns;
        return this;
    }

    /// How the dates of a column are written, or of every other where its heading is empty.
    Trial dates(String heading, String forms) {
        dates.put(heading, forms);
        return this;
    }

    Trial since(String file) {
        since = Optional.of(folder.resolve(file));
        return this;
    }

    Trial out(String file) {
        out = file;
        return this;
    }

    Trial on(LocalDate another) {
        day = another;
        return this;
    }

    Trial onlyWhatIsSaid() {
        ordinary = false;
        return this;
    }

    Trial library(String name) {
        library = name;
        return this;
    }

    Trial resuming() {
        resume = true;
        return this;
    }

    Audit.Order order(List<String> files) {
        return new Audit.Order(
                files.stream().map(folder::resolve).toList(),
                mapping,
                dates,
                Known.Range.of(day),
                ordinary,
                filters,
                since,
                Optional.empty(),
                folder.resolve(out),
                folder.resolve(out + ".findings.csv"),
                resume,
                library);
    }

    /// By a library that was compiled already.
    Optional<AuditSummary> run(
            CompiledLibrary compiled, List<String> files, List<Finding> findings) {
        return new Audit(compiled, Optional.empty(), order(files)).run(_ -> {}, findings);
    }

    Audit audit(List<String> files) {
        return new Audit(CompiledLibrary.of(Codes.library()), Optional.empty(), order(files));
    }

    Optional<AuditSummary> run(List<String> files, List<Finding> findings) {
        return audit(files).run(_ -> {}, findings);
    }
}
