package org.plumbline.core.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// Reads case files: vignettes with what each edition must answer, and why.
public final class VignetteFile {

    private static final Set<String> KEYS =
            Set.of("id", "title", "article-ground", "scenario", "expect", "together", "because");

    /// A vignette.
    ///
    /// @param expect by edition, what must come out, field by field as written
    /// @param together the joined headlines, where the case states them
    /// @param span where it begins
    public record Vignette(
            String id,
            String title,
            Scenario scenario,
            SequencedMap<String, Node.Mapping> expect,
            Optional<Node> together,
            String because,
            Span span) {}

    private VignetteFile() {}

    /// The case files of a library, by path; pipes, which would have to be waited for, and links that
    /// lead out of it are none.
    public static List<Path> files(Path library) {
        Path cases = library.resolve("cases");
        if (!Files.isDirectory(cases)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(cases)) {
            return walk.filter(p -> p.toString().endsWith(".yaml"))
                    .filter(p -> Files.isRegularFile(p) || Files.isDirectory(p))
                    .filter(p -> !StrayLinks.leadsOut(library, p))
                    .sorted()
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("cannot list " + cases, e);
        }
    }

    /// Reads one case file; a case with a finding is left out and reported.
    ///
    /// @param name how findings name the file
    public static Loaded<List<Vignette>> read(Library library, Path path, String name) {
        return switch (YamlFile.read(path, name)) {
            case Loaded.Unsound<Node>(var findings) -> new Loaded.Unsound<>(findings);
            case Loaded.Sound<Node>(var node, _) -> read(library, node);
        };
    }

    /// Reads the tree of a case file.
    public static Loaded<List<Vignette>> read(Library library, Node root) {
        var findings = new Findings();
        List<Vignette> all = new ArrayList<>();
        Map<String, Span> seen = new LinkedHashMap<>();
        findings.mapping(root, "a case file")
                .flatMap(m -> findings.required(m, "cases", "the file", "add `cases:` with a list"))
                .ifPresent(list -> {
                    for (Node item : findings.list(list, "cases")) {
                        findings.mapping(item, "a case")
                                .flatMap(m -> vignette(library, m, findings))
                                .ifPresent(v -> {
                                    once(v, seen, findings);
                                    all.add(v);
                                });
                    }
                });
        return findings.anyError()
                ? new Loaded.Unsound<>(findings.inOrder())
                : new Loaded.Sound<>(all, findings.inOrder());
    }

    private static void once(Vignette vignette, Map<String, Span> seen, Findings findings) {
        Span first = seen.putIfAbsent(vignette.id(), vignette.span());
        if (first != null) {
            findings.add(
                    Finding.error(
                                    "case.id.twice",
                                    vignette.span(),
                                    "the case `" + vignette.id() + "` stands twice",
                                    "each case once",
                                    "rename one of the two")
                            .noting("first at line " + first.line()));
        }
    }

    private static Optional<Vignette> vignette(
            Library library, Node.Mapping node, Findings findings) {
        findings.onlyKeys(node, "a case", KEYS);
        Optional<String> id = word(node, "id", findings);
        Optional<String> title = word(node, "title", findings);
        Optional<String> because = word(node, "because", findings);
        Optional<Node> scenario =
                findings.required(node, "scenario", "the case", "add `scenario:`");
        Optional<Node.Mapping> expect =
                findings.required(node, "expect", "the case", "add `expect:` with an edition")
                        .flatMap(n -> findings.mapping(n, "expectations"));
        if (id.isEmpty()
                || title.isEmpty()
                || because.isEmpty()
                || scenario.isEmpty()
                || expect.isEmpty()) {
            return Optional.empty();
        }
        if (scenario.get() instanceof Node.Mapping m && m.get("date").isEmpty()) {
            findings.error(
                    "case.date.missing",
                    scenario.get().span(),
                    "the case `" + id.get() + "` has no date",
                    "`date:` with the day of the act",
                    "add `date: 2026-06-01`");
            return Optional.empty();
        }
        Known.Range none = DateReader.days("2000-01-01").orElseThrow();
        Loaded<Scenario> read =
                ScenarioReader.read(
                        library, scenario.get(), new ScenarioReader.Defaults(none, true));
        findings.addAll(read.allFindings());
        if (expect.get().entries().isEmpty()) {
            findings.error(
                    "case.expect.empty",
                    expect.get().span(),
                    "the case `" + id.get() + "` expects nothing",
                    "what at least one edition must answer",
                    "add an edition under `expect:`");
        }
        SequencedMap<String, Node.Mapping> byEdition = new LinkedHashMap<>();
        for (Node.Entry entry : expect.get().entries()) {
            if (library.edition(entry.key().text()).isEmpty()) {
                findings.unknown(
                        "case.edition.unknown",
                        entry.key(),
                        "edition",
                        "an edition of the library",
                        library.entries().stream().map(Library.Entry::id).toList());
            } else {
                findings.mapping(entry.value(), "an expectation")
                        .ifPresent(m -> byEdition.put(entry.key().text(), m));
            }
        }
        return read instanceof Loaded.Sound<Scenario>(var value, _)
                ? Optional.of(
                        new Vignette(
                                id.get(),
                                title.get(),
                                value,
                                byEdition,
                                node.get("together"),
                                because.get(),
                                node.span()))
                : Optional.empty();
    }

    private static Optional<String> word(Node.Mapping node, String key, Findings findings) {
        return findings.required(node, key, "the case", "add `" + key + ":`")
                .flatMap(n -> findings.word(n, "`" + key + "`"));
    }
}
