package org.plumbline.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.check.Expectations;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.VignetteFile;

class SeedCasesTest {
    @Test
    void every_case_comes_out() {
        Path codes = Path.of(System.getProperty("codes", "../codes"));
        Loaded<LibraryFiles> loaded = LibraryReader.read(codes, "codes/");
        loaded.allFindings().stream().limit(30).forEach(f -> System.out.println(f));
        LibraryFiles files = ((Loaded.Sound<LibraryFiles>) loaded).value();
        var expectations = new Expectations(new Decider(files.library()));
        List<Finding> all = new java.util.ArrayList<>();
        for (Path path : VignetteFile.files(codes)) {
            var read = VignetteFile.read(files.library(), path, path.getFileName().toString());
            all.addAll(read.allFindings());
            if (read instanceof Loaded.Sound<List<VignetteFile.Vignette>>(var vs, _)) {
                vs.forEach(v -> all.addAll(expectations.findings(v)));
            }
        }
        all.forEach(
                f -> System.out.println(f.span() + " " + f.found() + " WANTED " + f.expected()));
        assertThat(all).isEmpty();
    }
}
