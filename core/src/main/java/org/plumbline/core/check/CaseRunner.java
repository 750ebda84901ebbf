package org.plumbline.core.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Span;
import org.plumbline.core.load.VignetteFile;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Library;

/// Runs every case of a library.
public final class CaseRunner {

    private CaseRunner() {}

    /// What came of it.
    ///
    /// @param vignettes the cases that could be read, whether or not they came out
    /// @param expectations how many answers were compared: one for each case and edition
    /// @param differing how many cases did not come out
    /// @param findings everything that is wrong with a case or a case file, in order of place
    public record Report(
            List<Vignette> vignettes, int expectations, int differing, List<Finding> findings) {
        public Report {
            vignettes = List.copyOf(vignettes);
            findings = List.copyOf(findings);
        }
    }

    /// Reads the case files under a library's folder and compares every answer.
    ///
    /// @param prefix put before a path in findings: `codes/`
    public static Report run(Library library, Path folder, String prefix) {
        List<Finding> findings = new ArrayList<>();
        List<Vignette> vignettes = new ArrayList<>();
        for (Path path : VignetteFile.files(folder)) {
            String name = prefix + folder.relativize(path).toString().replace('\\', '/');
            Loaded<List<Vignette>> read = VignetteFile.read(library, path, name);
            findings.addAll(read.allFindings());
            if (read instanceof Loaded.Sound<List<Vignette>>(var some, _)) {
                vignettes.addAll(some);
            }
        }
        findings.addAll(twice(vignettes));
        var expectations = new Expectations(new Decider(library));
        int compared = 0;
        int differing = 0;
        for (Vignette vignette : vignettes) {
            List<Finding> otherwise = expectations.findings(vignette);
            findings.addAll(otherwise);
            compared += vignette.expect().size();
            differing += otherwise.isEmpty() ? 0 : 1;
        }
        return new Report(
                vignettes, compared, differing, findings.stream().sorted().distinct().toList());
    }

    private static List<Finding> twice(List<Vignette> vignettes) {
        return twiceAmong(vignettes.stream().map(v -> Map.entry(v.id(), v.span())).toList());
    }

    /// Cases of one id in two files; within a file the reader has looked.
    ///
    /// @param cases ids, and where each begins
    static List<Finding> twiceAmong(List<Map.Entry<String, Span>> cases) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Span> first = new HashMap<>();
        for (Map.Entry<String, Span> one : cases) {
            Span before = first.putIfAbsent(one.getKey(), one.getValue());
            if (before != null && !before.file().equals(one.getValue().file())) {
                findings.add(
                        Finding.error(
                                        "case.id.twice",
                                        one.getValue(),
                                        "the case `" + one.getKey() + "` stands twice",
                                        "each case once",
                                        "rename one of the two")
                                .noting("first at " + Bookshelf.line(before)));
            }
        }
        return findings;
    }
}
