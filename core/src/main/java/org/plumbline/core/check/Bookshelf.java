package org.plumbline.core.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.plumbline.core.decide.Reach;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Span;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.NormName;

/// A library with its files open, so that a check can point at the word it means.
public final class Bookshelf {

    private final LibraryFiles files;
    private final Function<String, Optional<Node>> trees;
    private final Recall recall;
    private final Set<String> looked;
    private final Set<String> remembered;
    private final Map<Span, Node.Mapping> mappings;
    private final Map<String, Map<NormName, Reach>> reaches;

    /// What was found out before of some editions, under a name for what it rests on.
    interface Recall {
        /// What was found, or what is found now.
        ///
        /// @param what is looked for
        /// @param editions what it rests on, in order
        <T> List<T> of(String what, List<Edition> editions, Supplier<List<T>> finding);

        /// How far a norm reaches, which rests on what its edition says of its acts.
        Reach of(Edition edition, Norm norm, Supplier<Reach> finding);

        /// Nothing is known from before.
        Recall NONE =
                new Recall() {
                    @Override
                    public <T> List<T> of(
                            String what, List<Edition> editions, Supplier<List<T>> finding) {
                        return finding.get();
                    }

                    @Override
                    public Reach of(Edition edition, Norm norm, Supplier<Reach> finding) {
                        return finding.get();
                    }
                };
    }

    /// A library whose files are all open.
    public Bookshelf(LibraryFiles files) {
        this(files, file -> Optional.ofNullable(files.nodes().get(file)), Recall.NONE);
    }

    /// A library of which a file is opened when a check points into it.
    ///
    /// @param trees the tree of an edition's file
    Bookshelf(LibraryFiles files, Function<String, Optional<Node>> trees, Recall recall) {
        this(files, trees, recall, Set.of(), new HashSet<>(), new HashMap<>(), new HashMap<>());
    }

    private Bookshelf(
            LibraryFiles files,
            Function<String, Optional<Node>> trees,
            Recall recall,
            Set<String> looked,
            Set<String> remembered,
            Map<Span, Node.Mapping> mappings,
            Map<String, Map<NormName, Reach>> reaches) {
        this.files = files;
        this.trees = trees;
        this.recall = recall;
        this.looked = looked;
        this.remembered = remembered;
        this.mappings = mappings;
        this.reaches = reaches;
    }

    /// The same library, of which one edition is looked at.
    Bookshelf at(Edition edition) {
        return new Bookshelf(
                files, trees, recall, Set.of(edition.id()), remembered, mappings, reaches);
    }

    private void remember(Node node) {
        switch (node) {
            case Node.Scalar _ -> {}
            case Node.Sequence(var items, _) -> items.forEach(this::remember);
            case Node.Mapping mapping -> {
                for (Node.Entry entry : mapping.entries()) {
                    mappings.put(entry.key().span(), mapping);
                    remember(entry.value());
                }
            }
        }
    }

    /// The library.
    Library library() {
        return files.library();
    }

    /// Every edition that is looked at, in the order of the files.
    Stream<Edition> editions() {
        return looked.isEmpty()
                ? library().editions().stream()
                : looked.stream().flatMap(id -> library().edition(id).stream());
    }

    /// Permissions of one edition and prohibitions of another that meet, on a day that follows from
    /// both.
    List<Reach.Clash> clashes(Edition permissive, Edition strict, LocalDate day) {
        return recall
                .of(
                        "clashes",
                        List.of(permissive, strict),
                        () ->
                                Reach.clashes(library(), permissive, strict, day).stream()
                                        .map(c ->
                                                List.of(
                                                        c.permission().name(),
                                                        c.prohibition().name()))
                                        .toList())
                .stream()
                .flatMap(names ->
                        directive(permissive, names.getFirst())
                                .flatMap(p ->
                                        directive(strict, names.getLast())
                                                .map(f -> new Reach.Clash(p, f)))
                                .stream())
                .toList();
    }

    /// What a check finds of some editions and rests on nothing else.
    List<Finding> known(String code, List<Edition> editions, Supplier<List<Finding>> finding) {
        return recall.of(code, editions, finding);
    }

    private static Optional<Norm.Directive> directive(Edition edition, NormName name) {
        return directives(edition).stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /// The norms of an edition that say what may be done.
    static List<Norm.Directive> directives(Edition edition) {
        List<Norm.Directive> all = new ArrayList<>();
        for (Norm norm : edition.norms()) {
            if (norm instanceof Norm.Directive directive) {
                all.add(directive);
            }
        }
        return all;
    }

    /// How far each norm of an edition reaches; worked out once.
    Map<NormName, Reach> reaches(Edition edition) {
        return reaches.computeIfAbsent(
                edition.id(),
                _ -> {
                    LocalDate day =
                            edition.inForce()
                                    .fromEarliest()
                                    .or(() -> edition.inForce().toLatest())
                                    .orElse(LocalDate.EPOCH);
                    Function<Norm, Reach> reach = Reach.ofNorms(library(), edition, day);
                    Map<NormName, Reach> all = new LinkedHashMap<>();
                    for (Norm norm : edition.norms()) {
                        all.put(norm.name(), recall.of(edition, norm, () -> reach.apply(norm)));
                    }
                    return all;
                });
    }

    /// The norms of every edition that reach so far.
    Stream<NormName> reaching(Reach reach) {
        return editions()
                .flatMap(e -> reaches(e).entrySet().stream())
                .filter(e -> e.getValue() == reach)
                .map(Map.Entry::getKey);
    }

    /// Where a norm begins: its verb.
    Span place(NormName norm) {
        return files.place(norm);
    }

    /// The value that a norm has under a key.
    Optional<Node> value(NormName norm, String key) {
        return mapping(norm.edition(), place(norm)).flatMap(m -> m.get(key));
    }

    /// Where a key of a norm stands; the norm itself if it has none.
    Span key(NormName norm, String key) {
        return mapping(norm.edition(), place(norm))
                .flatMap(m -> m.entry(key))
                .map(e -> e.key().span())
                .orElse(place(norm));
    }

    /// Where a word stands under a key of a norm, as deep as it may be; the norm itself if nowhere.
    Span word(NormName norm, String key, String word) {
        return value(norm, key).flatMap(n -> find(n, word)).orElse(place(norm));
    }

    private static Optional<Span> find(Node node, String word) {
        return switch (node) {
            case Node.Scalar scalar ->
                    scalar.text().equals(word) ? Optional.of(scalar.span()) : Optional.empty();
            case Node.Sequence(var items, _) ->
                    items.stream().flatMap(i -> find(i, word).stream()).findFirst();
            case Node.Mapping(var entries, _) ->
                    entries.stream().flatMap(e -> find(e.value(), word).stream()).findFirst();
        };
    }

    /// Where a provision begins: its number.
    Span place(Edition edition, String provision) {
        return files.place(edition.id(), provision);
    }

    /// Where a key of a provision stands; its number if it has none.
    Span key(Edition edition, String provision, String key) {
        Span number = place(edition, provision);
        return mapping(edition.id(), number)
                .flatMap(m -> m.get(provision))
                .flatMap(n -> n instanceof Node.Mapping p ? p.get(key) : Optional.empty())
                .map(Node::span)
                .orElse(number);
    }

    /// Where a key of an edition's head has its value; the file if it has none.
    Span head(Edition edition, String key) {
        return root(edition)
                .flatMap(m -> m.get(key))
                .map(Node::span)
                .orElseGet(() -> Span.of(file(edition)));
    }

    private Optional<Node.Mapping> mapping(String edition, Span key) {
        if (remembered.add(edition)) {
            library().entries().stream()
                    .filter(e -> e.id().equals(edition))
                    .findFirst()
                    .flatMap(e -> trees.apply(e.file()))
                    .ifPresent(this::remember);
        }
        return Optional.ofNullable(mappings.get(key));
    }

    private Optional<Node.Mapping> root(Edition edition) {
        return entry(edition)
                .flatMap(e -> trees.apply(e.file()))
                .flatMap(n -> n instanceof Node.Mapping m ? Optional.of(m) : Optional.empty());
    }

    private Optional<Library.Entry> entry(Edition edition) {
        return library().entries().stream().filter(e -> e.id().equals(edition.id())).findFirst();
    }

    /// How findings name the file of an edition.
    String file(Edition edition) {
        return entry(edition).map(e -> files.prefix() + e.file()).orElse(edition.id());
    }

    /// The trees of the editions.
    Stream<Node.Mapping> texts() {
        return editions().flatMap(e -> root(e).stream());
    }

    /// The vocabulary's own file.
    Optional<Node.Mapping> vocabulary() {
        return files.nodes().get(LibraryReader.VOCABULARY) instanceof Node.Mapping mapping
                ? Optional.of(mapping)
                : Optional.empty();
    }

    /// A place in words: `codes/aca/2014.yaml:33`.
    static String line(Span span) {
        return span.file() + ":" + span.line();
    }
}
