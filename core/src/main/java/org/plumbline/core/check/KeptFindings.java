package org.plumbline.core.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.plumbline.core.compare.Basis;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Reach;
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
import org.plumbline.core.norm.Norm;
import org.plumbline.core.scenario.Known.Value;
import org.plumbline.core.scenario.Scenario;

/// What checks and cases find in a library, each part of it kept by the content of what it rests on.
///
/// What a check finds within one edition rests on that edition, on those that it borrows from, and on
/// what all share. How a case comes out rests on its file, on the editions it expects an answer of with
/// those that they borrow from, on what all editions say before their provisions, and on what all share.
/// Safe to share between threads.
public final class KeptFindings {

    private final KeptReading reading;
    private final KeptValues values;
    private final Basis basis;

    public KeptFindings(KeptReading reading, KeptValues values) {
        this.reading = reading;
        this.values = values;
        this.basis = new Basis(reading);
    }

    /// What texts rest on.
    public Basis basis() {
        return basis;
    }

    // ── Checks ──────────────────────────────────────────────────────────────────────────────

    private record Found(List<?> all) {}

    private final class Recalled implements Bookshelf.Recall {
        @Override
        @SuppressWarnings("unchecked") // what is looked for says of what type it is
        public <T> List<T> of(String what, List<Edition> editions, Supplier<List<T>> finding) {
            String name =
                    "%s %s"
                            .formatted(
                                    what,
                                    KeptValues.digest(
                                            String.join(
                                                    "\n",
                                                    editions.stream().map(basis::of).toList())));
            Found found =
                    values.get(name, Found.class)
                            .orElseGet(() -> {
                                var now = new Found(List.copyOf(finding.get()));
                                values.put(name, now);
                                return now;
                            });
            return (List<T>) found.all();
        }

        @Override
        public Reach of(Edition edition, Norm norm, Supplier<Reach> finding) {
            String name = "reach %s %s".formatted(norm.name(), basis.of(edition, acts(norm)));
            return values.get(name, Reach.class)
                    .orElseGet(() -> {
                        Reach now = finding.get();
                        values.put(name, now);
                        return now;
                    });
        }

        /// The acts that a norm speaks of; every act where it names none.
        private Set<String> acts(Norm norm) {
            Set<String> every =
                    Set.copyOf(reading.files().library().vocabulary().oneOf("act").values());
            return switch (norm) {
                case Norm.Directive d -> d.acts().leaves();
                case Norm.Definition d -> d.acts().map(a -> a.leaves()).orElse(every);
                case Norm.SetAside _ -> every;
            };
        }
    }

    /// The same as [Checks#findings].
    public List<Finding> ofChecks(Collection<Check> checks) {
        var recalled = new Recalled();
        var shelf = new Bookshelf(reading.files(), reading::tree, recalled);
        List<Check> within = checks.stream().filter(Check::withinEdition).toList();
        String codes = String.join(" ", within.stream().map(Check::code).toList());
        List<Finding> all = new ArrayList<>();
        for (Edition edition : reading.files().library().editions()) {
            Bookshelf here = shelf.at(edition);
            all.addAll(
                    recalled.<Finding>of(
                            codes,
                            List.of(edition),
                            () -> within.stream().flatMap(c -> c.findings(here)).toList()));
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
    ///
    /// @param acts the acts it may be about; empty where that is not known
    private record Known(String id, Span span, List<String> editions, List<String> acts) {}

    /// The cases of a file of which nothing was found.
    private record File(List<Known> cases) {}

    /// How the cases of a file that expect something of the same editions came out.
    private record Came(int expectations, int differing, List<Finding> findings) {
        Came {
            findings = List.copyOf(findings);
        }
    }

    /// The same as [CaseRunner#run], without the cases themselves.
    public OfCases ofCases(CaseFiles files) {
        return new Run().all(files);
    }

    private final class Run {
        private final Expectations expectations =
                new Expectations(new Decider(reading.files().library()));
        private final List<Map.Entry<String, Span>> ids = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private int compared;
        private int differing;
        private int run;

        OfCases all(CaseFiles files) {
            findings.addAll(files.findings());
            files.files().forEach(this::file);
            findings.addAll(CaseRunner.twiceAmong(ids));
            return new OfCases(
                    ids.size(),
                    compared,
                    differing,
                    run,
                    findings.stream().sorted().distinct().toList());
        }

        private void file(CaseFiles.Content file) {
            String name = file.name();
            String key =
                    KeptValues.digest(
                            String.join(
                                    "\n", reading.shared(), reading.heads(), name, file.digest()));
            List<Vignette> read = List.of();
            List<Known> cases;
            var kept = values.get("cases " + key, File.class).filter(f -> isWhole(f, key));
            if (kept.isPresent()) {
                cases = kept.get().cases();
            } else {
                read = read(file.content().array(), name, key);
                cases = read.stream().map(Run::known).toList();
            }
            cases.forEach(c -> ids.add(Map.entry(c.id(), c.span())));
            Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
            for (int i = 0; i < cases.size(); i++) {
                groups.computeIfAbsent(cases.get(i).editions(), _ -> new ArrayList<>()).add(i);
            }
            for (var group : groups.entrySet()) {
                List<Edition> editions = editions(group.getKey());
                String all = name(key, editions.stream().map(basis::of).toList());
                Came came = values.get(all, Came.class).orElse(null);
                if (came == null) {
                    came = byAct(key, editions, group.getValue(), cases, read);
                    values.put(all, came);
                }
                compared += came.expectations();
                differing += came.differing();
                findings.addAll(came.findings());
            }
        }

        private List<Edition> editions(List<String> ids) {
            return ids.stream()
                    .flatMap(id -> reading.files().library().edition(id).stream())
                    .toList();
        }

        private static String name(String key, List<String> bases) {
            return "came " + KeptValues.digest(key + "\n" + String.join("\n", bases));
        }

        /// Some of these editions changed: what they say of an act may yet be as it was.
        private Came byAct(
                String key,
                List<Edition> editions,
                List<Integer> numbers,
                List<Known> cases,
                List<Vignette> read) {
            Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
            for (int number : numbers) {
                groups.computeIfAbsent(cases.get(number).acts(), _ -> new ArrayList<>())
                        .add(number);
            }
            int answers = 0;
            int others = 0;
            List<Finding> found = new ArrayList<>();
            for (var group : groups.entrySet()) {
                Set<String> acts = Set.copyOf(group.getKey());
                String name =
                        name(
                                key + " " + group.getKey(),
                                editions.stream()
                                        .map(e -> acts.isEmpty() ? basis.of(e) : basis.of(e, acts))
                                        .toList());
                Came came = values.get(name, Came.class).orElse(null);
                if (came == null) {
                    came = came(key, group.getValue(), read);
                    values.put(name, came);
                }
                answers += came.expectations();
                others += came.differing();
                found.addAll(came.findings());
            }
            return new Came(answers, others, found);
        }

        private static Known known(Vignette vignette) {
            return new Known(
                    vignette.id(),
                    vignette.span(),
                    List.copyOf(new TreeSet<>(vignette.expect().keySet())),
                    acts(vignette.scenario()));
        }

        private static List<String> acts(Scenario scenario) {
            Set<String> all = new TreeSet<>();
            for (int link = 0; link < scenario.links().size(); link++) {
                if (!(scenario.known(link, "act") instanceof Value(var possible))) {
                    return List.of();
                }
                all.addAll(possible);
            }
            return List.copyOf(all);
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
        private Came came(String key, List<Integer> numbers, List<Vignette> read) {
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
            return new Came(answers, others, found);
        }
    }
}
