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
    private Optional<String> dates = Optional.empty();
    private Optional<Path> since = Optional.empty();
    private String out = "out.csv";
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

    Trial dates(String order) {
        dates = Optional.of(order);
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

    Trial resuming() {
        resume = true;
        return this;
    }

    Audit.Order order(List<String> files) {
        return new Audit.Order(
                files.stream().map(folder::resolve).toList(),
                mapping,
                dates,
                Known.Range.of(LocalDate.of(2026, 6, 1)),
                true,
                filters,
                since,
                folder.resolve(out),
                folder.resolve(out + ".findings.csv"),
                resume,
                "the library of the tests");
    }

    Audit audit(List<String> files) {
        return new Audit(CompiledLibrary.of(Codes.library()), Optional.empty(), order(files));
    }

    Optional<AuditSummary> run(List<String> files, List<Finding> findings) {
        return audit(files).run(_ -> {}, findings);
    }
}
