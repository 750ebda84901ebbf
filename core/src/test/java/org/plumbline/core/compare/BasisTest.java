package org.plumbline.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.core.check.Expectations;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.VignetteFile;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;

/// What a result on some acts is said to rest on is enough to come to it.
class BasisTest {

    private static final Path CODES = Path.of(System.getProperty("plumbline.codes"));

    /// Texts with many norms on many acts, some of which borrow.
    private static final Set<String> TEXTS = Set.of("nasw-2021", "aamft-2015", "us-md-10-42-03");

    @Test
    void a_case_comes_out_the_same_without_the_norms_on_other_acts() {
        var files = ((Loaded.Sound<LibraryFiles>) LibraryReader.read(CODES, "codes/")).value();
        Library library = files.library();
        var survey = new Survey(library);
        Map<Object, Expectations> narrow = new HashMap<>();
        int tried = 0;
        for (Vignette vignette : vignettes(library)) {
            Set<String> ids = vignette.expect().keySet();
            if (ids.stream().noneMatch(TEXTS::contains)
                    || !(vignette.scenario().known(0, "act") instanceof Known.Value(var acts))) {
                continue;
            }
            Set<Edition> rested = new HashSet<>();
            for (String id : ids) {
                Edition edition = library.edition(id).orElseThrow();
                rested.add(edition);
                rested.addAll(survey.borrowable(edition));
            }
            var expectations =
                    narrow.computeIfAbsent(
                            List.of(ids, acts),
                            _ -> new Expectations(new Decider(narrowed(library, rested, acts))));
            assertThat(expectations.findings(vignette)).as(vignette.id()).isEmpty();
            tried++;
        }
        assertThat(tried).isGreaterThan(150);
    }

    private static List<Vignette> vignettes(Library library) {
        List<Vignette> all = new ArrayList<>();
        for (Path path : VignetteFile.files(CODES)) {
            if (VignetteFile.read(library, path, path.toString())
                    instanceof Loaded.Sound<List<Vignette>>(var some, _)) {
                all.addAll(some);
            }
        }
        return all;
    }

    private static Library narrowed(Library library, Set<Edition> editions, Set<String> acts) {
        Library narrowed = library;
        int dropped = 0;
        for (Edition edition : editions) {
            Edition some = edition;
            List<String> others = new ArrayList<>();
            edition.provisions().stream()
                    .filter(p -> !Basis.matters(p, acts))
                    .forEach(p -> others.add(p.id()));
            for (String provision : others) {
                some = some.withNorms(provision, _ -> List.of());
                dropped++;
            }
            narrowed = narrowed.with(some);
        }
        assertThat(dropped).isPositive();
        return narrowed;
    }
}
