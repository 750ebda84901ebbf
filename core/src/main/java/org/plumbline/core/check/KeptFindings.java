package org.plumbline.core.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.KeptReading;
import org.plumbline.core.load.KeptValues;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Span;
import org.plumbline.core.load.VignetteFile;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.NormName;

/// What checks and cases find in a library, each part of it kept by the content of what it rests on.
///
/// What a check finds within one edition rests on that edition, on those that it borrows from, and on
/// what all share. How a case comes out rests on its file, on the editions it expects an answer of with
/// those that they borrow from, on what all editions say before their provisions, and on what all share.
/// Safe to share between threads.
public final class KeptFindings {

    private final KeptReading reading;
    private final KeptValues values;
    private final Survey survey;
    private final Map<String, String> bases = new ConcurrentHashMap<>();

    public KeptFindings(KeptReading reading, KeptValues values) {
        this.reading = reading;
        this.values = values;
        this.survey = new Survey(reading.files().library());
    }

    /// What an edition, with those it may borrow from, is known by.
    String basis(Edition edition) {
        return bases.computeIfAbsent(
                edition.id(),
                id -> {
                    var all = new StringBuilder(id).append(' ').append(reading.digest(edition));
                    for (Edition source : survey.borrowable(edition)) {
                        all.append('\n').append(source.id()).append(' ');
                        all.append(reading.digest(source));
                    }
                    return KeptValues.digest(reading.heads() + "\n" + all);
                });
    }

    // ── Checks ──────────────────────────────────────────────────────────────────────────────

    private record Found(List<Finding> findings) {}

    private record Clashes(List<List<NormName>> norms) {}

    /// The same as [Checks#findings].
    public List<Finding> ofChecks(Collection<Check> checks) {
        var shelf =
                new Bookshelf(
                        reading.files(),
                        reading::tree,
                        (one, other, finding) -> {
                            String name = "clashes " + basis(one) + " " + basis(other);
                            return values.get(name, Clashes.class)
                                    .orElseGet(() -> {
                                        var clashes = new Clashes(finding.get());
                                        values.put(name, clashes);
                                        return clashes;
                                    })
                                    .norms();
                        });
        List<Check> within = checks.stream().filter(Check::withinEdition).toList();
        String codes = String.join(" ", within.stream().map(Check::code).toList());
        List<Finding> all = new ArrayList<>();
        for (Edition edition : reading.files().library().editions()) {
            String name = "findings " + basis(edition) + " " + codes;
            all.addAll(
                    values.get(name, Found.class)
                            .orElseGet(() -> {
                                Bookshelf here = shelf.at(edition);
                                var found =
                                        new Found(
                                                within.stream()
                                                        .flatMap(c -> c.findings(here))
                                                        .toList());
                                values.put(name, found);
                                return found;
                            })
                            .findings());
        }
        checks.stream()
                .filter(c -> !c.withinEdition())
                .flatMap(c -> c.findings(shelf))
                .forEach(all::add);
        return new Waivers(reading.files())
                .applied(all, checks).stream().sorted().distinct().toList();
    }

    // ── Cases ───────────────────────────────────────────────────────────────────────────────

    /// What came of all cases.
    ///
    /// @param cases how many could be read
    /// @param expectations how many answers were compared
    /// @param differing how many cases did not come out
    /// @param run how many of the cases were run, the others being known from before
    public record OfCases(
            int cases, int expectations, int differing, int run, List<Finding> findings) {}

    /// One case of a file: what has to be known of it to tell whether it must be run.
    private record Known(String id, Span span, List<String> editions) {}

    /// The cases of a file of which nothing was found.
    private record File(List<Known> cases) {}

    /// How the cases of a file that expect something of the same editions came out.
    private record Came(int expectations, int differing, List<Finding> findings) {}

    /// The same as [CaseRunner#run], without the cases themselves.
    ///
    /// @param folder the library's
    public OfCases ofCases(Path folder) {
        return new Run(folder).all();
    }

    private final class Run {
        private final Path folder;
        private final Expectations expectations =
                new Expectations(new Decider(reading.files().library()));
        private final List<Map.Entry<String, Span>> ids = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private int compared;
        private int differing;
        private int run;

        Run(Path folder) {
            this.folder = folder;
        }

        OfCases all() {
            for (Path path : VignetteFile.files(folder)) {
                String name =
                        reading.files().prefix()
                                + folder.relativize(path).toString().replace('\\', '/');
                switch (YamlFile.bytes(path, name)) {
                    case Loaded.Sound<byte[]>(var content, _) -> file(content, name);
                    case Loaded.Unsound<byte[]>(var found) -> findings.addAll(found);
                }
            }
            findings.addAll(CaseRunner.twiceAmong(ids));
            return new OfCases(
                    ids.size(),
                    compared,
                    differing,
                    run,
                    findings.stream().sorted().distinct().toList());
        }

        private void file(byte[] content, String name) {
            String key =
                    KeptValues.digest(
                            String.join(
                                    "\n",
                                    reading.shared(),
                                    reading.heads(),
                                    name,
                                    KeptValues.digest(content)));
            List<Vignette> read = List.of();
            List<Known> cases;
            var kept = values.get("cases " + key, File.class).filter(f -> isWhole(f, key));
            if (kept.isPresent()) {
                cases = kept.get().cases();
            } else {
                read = read(content, name, key);
                cases = read.stream().map(Run::known).toList();
            }
            cases.forEach(c -> ids.add(Map.entry(c.id(), c.span())));
            Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
            for (int i = 0; i < cases.size(); i++) {
                groups.computeIfAbsent(cases.get(i).editions(), _ -> new ArrayList<>()).add(i);
            }
            for (var group : groups.entrySet()) {
                Came came = came(key, group.getKey(), group.getValue(), read);
                compared += came.expectations();
                differing += came.differing();
                findings.addAll(came.findings());
            }
        }

        private static Known known(Vignette vignette) {
            return new Known(
                    vignette.id(),
                    vignette.span(),
                    List.copyOf(new TreeSet<>(vignette.expect().keySet())));
        }

        private boolean isWhole(File file, String key) {
            boolean whole = true;
            for (int i = 0; i < file.cases().size(); i++) {
                whole &= values.has(one(key, i));
            }
            return whole;
        }

        private static String one(String key, int number) {
            return "case " + key + " " + number;
        }

        /// The cases of a file; kept where nothing is to be told of them.
        private List<Vignette> read(byte[] content, String name, String key) {
            Loaded<Node> tree = YamlFile.parse(content, name);
            if (!(tree instanceof Loaded.Sound<Node>(var root, _))) {
                findings.addAll(tree.allFindings());
                return List.of();
            }
            Loaded<List<Vignette>> cases = VignetteFile.read(reading.files().library(), root);
            findings.addAll(cases.allFindings());
            if (!(cases instanceof Loaded.Sound<List<Vignette>>(var all, var told))) {
                return List.of();
            }
            if (told.isEmpty()) {
                values.put("cases " + key, new File(all.stream().map(Run::known).toList()));
                for (int i = 0; i < all.size(); i++) {
                    values.put(one(key, i), all.get(i));
                }
            }
            return all;
        }

        /// @param read the cases of the file where they were read; otherwise they are kept
        private Came came(
                String key, List<String> editions, List<Integer> numbers, List<Vignette> read) {
            var on = new StringBuilder(key);
            for (String id : editions) {
                reading.files()
                        .library()
                        .edition(id)
                        .ifPresent(e -> on.append('\n').append(basis(e)));
            }
            String name = "came " + KeptValues.digest(on.toString());
            var kept = values.get(name, Came.class);
            if (kept.isPresent()) {
                return kept.get();
            }
            int answers = 0;
            int others = 0;
            List<Finding> found = new ArrayList<>();
            for (int number : numbers) {
                Vignette vignette =
                        read.isEmpty()
                                ? values.get(one(key, number), Vignette.class).orElseThrow()
                                : read.get(number);
                List<Finding> otherwise = expectations.findings(vignette);
                answers += vignette.expect().size();
                others += otherwise.isEmpty() ? 0 : 1;
                found.addAll(otherwise);
            }
            run += numbers.size();
            var came = new Came(answers, others, List.copyOf(found));
            values.put(name, came);
            return came;
        }
    }
}
