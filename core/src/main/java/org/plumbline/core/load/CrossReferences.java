package org.plumbline.core.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.EditionOverride;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Incorporation;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Provision;

/// Looks whether what a library names is there, and whether its definitions and precedences end.
final class CrossReferences {

    private final Findings findings;
    private final Library library;
    private final Map<String, Span> places;
    private final Map<String, Node> nodes;
    private final String prefix;

    CrossReferences(
            Findings findings,
            Library library,
            Map<String, Span> places,
            Map<String, Node> nodes,
            String prefix) {
        this.findings = findings;
        this.library = library;
        this.places = places;
        this.nodes = nodes;
        this.prefix = prefix;
    }

    void look() {
        // What is missing because a file could not be read is reported where it could not.
        boolean everythingRead = !findings.anyError();
        for (Library.Entry entry : library.entries()) {
            Edition edition = library.edition(entry);
            if (!findings.anyErrorIn(prefix + entry.file())) {
                lookWithin(edition);
            }
            if (everythingRead) {
                body(edition, entry);
                overridden(edition, entry);
                incorporations(edition, entry);
            }
        }
        incorporationsEnd();
        overridesEnd();
        if (everythingRead) {
            leading();
            places();
        }
    }

    /// Looks at what the provisions of one edition name.
    void lookWithin(Library.Entry entry) {
        lookWithin(library.edition(entry));
    }

    private void lookWithin(Edition edition) {
        targets(edition);
        definitionsEnd(edition);
        precedencesEnd(edition);
        ordersAreFacts(edition);
    }

    /// The engine asks after the order of two events by the fact that stands for it.
    private void ordersAreFacts(Edition edition) {
        for (Norm norm : edition.norms()) {
            List<Condition> all = new ArrayList<>(List.of(norm.when(), norm.unless()));
            if (norm instanceof Norm.Directive directive) {
                directive.butMay().ifPresent(b -> all.add(b.when()));
            }
            all.stream()
                    .flatMap(CrossReferences::orders)
                    .distinct()
                    .filter(order -> !standsForAFact(order))
                    .forEach(order ->
                            findings.error(
                                    "condition.before.no-fact",
                                    place(norm),
                                    "the order of `%s` and `%s` has no fact that stands for it"
                                            .formatted(order.first().id(), order.second().id()),
                                    "an order that a `same` constraint of vocabulary.yaml names",
                                    "add a yes-no fact and {same: [that-fact, {before: [%s, %s]}]}"
                                            .formatted(order.first().id(), order.second().id())));
        }
    }

    private boolean standsForAFact(Condition.Before order) {
        return library.constraints().stream()
                .anyMatch(c -> c instanceof Constraint.Same(_, var before) && before.equals(order));
    }

    private static Stream<Condition.Before> orders(Condition condition) {
        return switch (condition) {
            case Condition.Before before -> Stream.of(before);
            case Condition.Not(var part) -> orders(part);
            case Condition.All(var parts) -> parts.stream().flatMap(CrossReferences::orders);
            case Condition.Any(var parts) -> parts.stream().flatMap(CrossReferences::orders);
            case Condition.None(var parts) -> parts.stream().flatMap(CrossReferences::orders);
            case Condition.AtLeast(_, var parts) -> parts.stream().flatMap(CrossReferences::orders);
            case Condition.Holds _, Condition.Has _, Condition.AmountIs _, Condition.During _ ->
                    Stream.empty();
        };
    }

    /// Bodies govern places that have a name.
    private void places() {
        for (Node node : nodes.values()) {
            if (LibraryReader.isBody(node)
                    && node instanceof Node.Mapping body
                    && body.get("place").orElse(null) instanceof Node.Scalar place
                    && !library.places().containsKey(place.text())) {
                unknown(
                        "body.place.unknown",
                        place.span(),
                        "place",
                        place.text(),
                        library.places().keySet());
            }
        }
    }

    private Span at(Library.Entry entry, String key) {
        Node node = nodes.get(entry.file());
        if (node instanceof Node.Mapping mapping && mapping.get(key).isPresent()) {
            return mapping.get(key).orElseThrow().span();
        }
        return Span.of(prefix + entry.file());
    }

    /// Where a word stands under a key of an edition's head.
    private Span at(Library.Entry entry, String key, String word) {
        return nodes.get(entry.file()) instanceof Node.Mapping mapping
                ? mapping.get(key).flatMap(n -> find(n, word)).orElseGet(() -> at(entry, key))
                : at(entry, key);
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

    private void unknown(
            String code, Span span, String noun, String word, Collection<String> known) {
        findings.unknown(
                code,
                new Node.Scalar(word, false, span),
                noun,
                "one that is in the library",
                known);
    }

    private void body(Edition edition, Library.Entry entry) {
        if (!library.bodies().containsKey(edition.body())) {
            unknown(
                    "edition.body.unknown",
                    at(entry, "body"),
                    "body",
                    edition.body(),
                    library.bodies().keySet());
        }
    }

    private void overridden(Edition edition, Library.Entry entry) {
        edition.overrides().stream()
                .map(EditionOverride::body)
                .filter(b -> !library.bodies().containsKey(b))
                .forEach(b ->
                        unknown(
                                "edition.body.unknown",
                                at(entry, "overrides", b),
                                "body",
                                b,
                                library.bodies().keySet()));
    }

    private void incorporations(Edition edition, Library.Entry entry) {
        for (Incorporation borrowed : edition.incorporates()) {
            switch (borrowed.source()) {
                case Incorporation.Source.Frozen(var id) -> {
                    if (library.edition(id).isEmpty()) {
                        unknown(
                                "edition.incorporates.unknown",
                                at(entry, "incorporates", id),
                                "edition",
                                id,
                                library.entries().stream().map(Library.Entry::id).toList());
                    }
                }
                case Incorporation.Source.Floating(var body) -> {
                    if (!library.bodies().containsKey(body)) {
                        unknown(
                                "edition.incorporates.unknown",
                                at(entry, "incorporates", body),
                                "body",
                                body,
                                library.bodies().keySet());
                    }
                }
                case Incorporation.Source.OfLevel(var level) -> {
                    if (!library.vocabulary().levels().contains(level)) {
                        unknown(
                                "edition.incorporates.unknown",
                                at(entry, "incorporates", level),
                                "level",
                                level,
                                library.vocabulary().levels());
                    }
                }
            }
        }
    }

    private void incorporationsEnd() {
        Set<String> reported = new LinkedHashSet<>();
        for (Library.Entry entry : library.entries()) {
            boolean echo =
                    reported.stream().anyMatch(r -> reaches(r, entry.id(), new LinkedHashSet<>()));
            if (!echo && reaches(entry.id(), entry.id(), new LinkedHashSet<>())) {
                reported.add(entry.id());
                findings.error(
                        "edition.incorporates.circle",
                        at(entry, "incorporates"),
                        "incorporations go in a circle",
                        "no edition to borrow, by any chain, from itself",
                        "remove one of the incorporations");
            }
        }
    }

    private boolean reaches(String from, String target, Set<String> seen) {
        Optional<Edition> edition = library.edition(from);
        if (edition.isEmpty() || !seen.add(from)) {
            return false;
        }
        for (Incorporation borrowed : edition.get().incorporates()) {
            for (String next : named(borrowed)) {
                if (next.equals(target) || reaches(next, target, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Of two texts that may speak on one day, each could otherwise make the other give way, and
    /// nothing would be left of either.
    private void overridesEnd() {
        List<Edition> claiming =
                library.editions().stream().filter(e -> !e.overrides().isEmpty()).toList();
        Map<String, List<String>> over = new LinkedHashMap<>();
        for (Edition stronger : claiming) {
            over.put(
                    stronger.id(),
                    claiming.stream()
                            .filter(weaker ->
                                    !weaker.id().equals(stronger.id())
                                            && prevails(stronger, weaker))
                            .map(Edition::id)
                            .toList());
        }
        Set<String> reported = new LinkedHashSet<>();
        for (Library.Entry entry : library.entries()) {
            boolean echo =
                    reported.stream()
                            .anyMatch(r -> descends(over, r, entry.id(), new LinkedHashSet<>()));
            if (!echo && descends(over, entry.id(), entry.id(), new LinkedHashSet<>())) {
                reported.add(entry.id());
                findings.error(
                        "edition.overrides.circle",
                        at(entry, "overrides"),
                        "texts prevail over one another in a circle",
                        "an order in which no text prevails over itself while both are in force",
                        "remove one of the overrides");
            }
        }
    }

    private static boolean prevails(Edition stronger, Edition weaker) {
        return stronger.overrides().stream()
                        .map(EditionOverride::body)
                        .anyMatch(weaker.body()::equals)
                && mayMeet(stronger.inForce(), weaker.inForce());
    }

    /// Whether both may be in force on one day.
    private static boolean mayMeet(InForce one, InForce other) {
        return begunBefore(one, other) && begunBefore(other, one);
    }

    private static boolean begunBefore(InForce one, InForce other) {
        return one.fromEarliest()
                .flatMap(from -> other.toLatest().map(to -> !from.isAfter(to)))
                .orElse(true);
    }

    private List<String> named(Incorporation borrowed) {
        return switch (borrowed.source()) {
            case Incorporation.Source.Frozen(var id) -> List.of(id);
            case Incorporation.Source.Floating(var body) ->
                    library.editionsOf(body).stream().map(Edition::id).toList();
            case Incorporation.Source.OfLevel(var level) ->
                    library.editionsAt(level).stream().map(Edition::id).toList();
        };
    }

    private void leading() {
        Node vocabulary = nodes.get(LibraryReader.VOCABULARY);
        Span span =
                vocabulary instanceof Node.Mapping mapping
                        ? mapping.get("leading").map(Node::span).orElse(vocabulary.span())
                        : Span.of(prefix + LibraryReader.VOCABULARY);
        Node vocabularyLeading =
                vocabulary instanceof Node.Mapping mapping
                        ? mapping.get("leading").orElse(vocabulary)
                        : new Node.Sequence(List.of(), span);
        library.vocabulary()
                .leading()
                .values()
                .forEach(ids ->
                        ids.stream()
                                .filter(id -> library.edition(id).isEmpty())
                                .forEach(id ->
                                        unknown(
                                                "vocabulary.leading.unknown",
                                                find(vocabularyLeading, id).orElse(span),
                                                "edition",
                                                id,
                                                library.entries().stream()
                                                        .map(Library.Entry::id)
                                                        .toList())));
    }

    /// Set-asides and precedences must name something in their own edition.
    private void targets(Edition edition) {
        Set<String> known = new LinkedHashSet<>();
        Set<String> heeded = new LinkedHashSet<>();
        for (Provision provision : edition.provisions()) {
            known.add(provision.id());
            for (Norm norm : provision.allNorms()) {
                String name = provision.id() + " " + norm.name().id();
                known.add(name);
                if (norm instanceof Norm.Directive) {
                    heeded.addAll(List.of(provision.id(), name));
                }
            }
        }
        for (Norm norm : edition.norms()) {
            switch (norm) {
                case Norm.SetAside setAside -> target(setAside, setAside.target(), known, heeded);
                case Norm.Directive directive ->
                        directive
                                .overrides()
                                .forEach(o -> target(directive, o.norm(), known, heeded));
                case Norm.Definition _ -> {}
            }
        }
    }

    private void target(Norm norm, String target, Set<String> known, Set<String> heeded) {
        if (known.contains(target) && !heeded.contains(target)) {
            findings.error(
                    "norm.target.kind",
                    at(norm, target),
                    "nothing in `" + Findings.shown(target) + "` can be taken out of play",
                    "a provision or a norm that forbids, requires, advises, allows or lays down duties",
                    "put the exception into `unless` of the norm that is meant");
            return;
        }
        if (isAlone(norm, target)) {
            findings.error(
                    "norm.target.itself",
                    at(norm, target),
                    "a norm that names itself to prevail over",
                    "another norm of the same edition",
                    "name the norm that gives way");
        }
        if (!known.contains(target)) {
            findings.unknown(
                    "norm.target.unknown",
                    new Node.Scalar(target, false, at(norm, target)),
                    "provision",
                    "a provision of the same edition, or a provision and the id of a norm",
                    known);
        }
    }

    private Span at(Norm norm, String word) {
        return mappingAt(place(norm)).flatMap(m -> find(m, word)).orElse(place(norm));
    }

    /// Whether a target is the norm itself, or a provision that holds no other.
    private boolean isAlone(Norm norm, String target) {
        String provision = norm.name().provision();
        return target.equals(provision + " " + norm.name().id())
                || (target.equals(provision)
                        && library.edition(norm.name().edition()).stream()
                                .flatMap(e -> e.provisions().stream())
                                .filter(p -> p.id().equals(provision))
                                .allMatch(p -> p.allNorms().size() == 1));
    }

    private Span place(Norm norm) {
        return places.getOrDefault(norm.name().toString(), Span.of(norm.name().edition()));
    }

    private void definitionsEnd(Edition edition) {
        List<Norm.Definition> all =
                edition.norms().stream()
                        .filter(Norm.Definition.class::isInstance)
                        .map(Norm.Definition.class::cast)
                        .toList();
        Set<Norm> reported = new LinkedHashSet<>();
        for (Norm.Definition definition : all) {
            chain(all, definition, List.of(definition))
                    .filter(circle -> reported.addAll(circle))
                    .ifPresent(circle -> {
                        List<Norm.Definition> from = lastFirst(circle);
                        List<String> words = new ArrayList<>();
                        words.add(from.getFirst().as().id());
                        from.stream()
                                .skip(1)
                                .forEach(d ->
                                        words.add(
                                                "%s (line %d)"
                                                        .formatted(d.as().id(), place(d).line())));
                        words.add(from.getFirst().as().id());
                        findings.add(
                                Finding.error(
                                                "definition.circle",
                                                as(from.getFirst()),
                                                "definitions go in a circle",
                                                "no party to count, by any chain, as itself",
                                                circle.size() == 1
                                                        ? "remove the definition"
                                                        : "remove one of the %s definitions"
                                                                .formatted(
                                                                        circle.size() == 2
                                                                                ? "two"
                                                                                : circle.size()))
                                        .noting(String.join(" → ", words)));
                    });
        }
    }

    /// The same circle, told from the definition that stands last in the file.
    private List<Norm.Definition> lastFirst(List<Norm.Definition> circle) {
        int last = 0;
        for (int i = 1; i < circle.size(); i++) {
            if (place(circle.get(i)).compareTo(place(circle.get(last))) > 0) {
                last = i;
            }
        }
        List<Norm.Definition> from = new ArrayList<>(circle.subList(last, circle.size()));
        from.addAll(circle.subList(0, last));
        return from;
    }

    /// The `as:` of a definition with its value, which is where a circle is cut.
    private Span as(Norm.Definition definition) {
        Span verb = place(definition);
        return mappingAt(verb).stream()
                .flatMap(m -> m.entry("as").stream())
                .map(e ->
                        new Span(
                                e.key().span().file(),
                                e.key().span().line(),
                                e.key().span().column(),
                                e.value().span().endColumn()))
                .findFirst()
                .orElse(verb);
    }

    /// The norm that begins with a verb.
    private Optional<Node.Mapping> mappingAt(Span verb) {
        return nodes.values().stream()
                .filter(n -> n.span().file().equals(verb.file()))
                .flatMap(n -> mappingWith(n, verb).stream())
                .findFirst();
    }

    private static Optional<Node.Mapping> mappingWith(Node node, Span key) {
        return switch (node) {
            case Node.Scalar _ -> Optional.empty();
            case Node.Sequence(var items, _) ->
                    items.stream().flatMap(i -> mappingWith(i, key).stream()).findFirst();
            case Node.Mapping mapping ->
                    mapping.entries().stream().anyMatch(e -> e.key().span().equals(key))
                            ? Optional.of(mapping)
                            : mapping.entries().stream()
                                    .flatMap(e -> mappingWith(e.value(), key).stream())
                                    .findFirst();
        };
    }

    private static Optional<List<Norm.Definition>> chain(
            List<Norm.Definition> all, Norm.Definition start, List<Norm.Definition> so) {
        Norm.Definition last = so.getLast();
        if (last.as().within(start.counted())) {
            return Optional.of(so);
        }
        for (Norm.Definition next : all) {
            if (!so.contains(next) && last.as().within(next.counted())) {
                List<Norm.Definition> longer = new ArrayList<>(so);
                longer.add(next);
                Optional<List<Norm.Definition>> circle = chain(all, start, longer);
                if (circle.isPresent()) {
                    return circle;
                }
            }
        }
        return Optional.empty();
    }

    private void precedencesEnd(Edition edition) {
        Map<String, List<String>> over = new LinkedHashMap<>();
        Map<String, Norm> byKey = new LinkedHashMap<>();
        for (Norm norm : edition.norms()) {
            if (norm instanceof Norm.Directive directive) {
                String key = directive.name().provision() + " " + directive.name().id();
                byKey.put(key, directive);
                List<String> weaker = new ArrayList<>();
                for (Norm other :
                        directive.overrides().isEmpty() ? List.<Norm>of() : edition.norms()) {
                    boolean named =
                            directive.overrides().stream()
                                    .anyMatch(o ->
                                            o.norm().equals(other.name().provision())
                                                    || o.norm()
                                                            .equals(
                                                                    other.name().provision()
                                                                            + " "
                                                                            + other.name().id()));
                    if (named
                            && other instanceof Norm.Directive d
                            && directive.modality().opposes(d.modality())) {
                        weaker.add(other.name().provision() + " " + other.name().id());
                    }
                }
                over.put(key, weaker);
            }
        }
        Set<String> reported = new LinkedHashSet<>();
        for (String key : over.keySet()) {
            boolean echo =
                    reported.stream().anyMatch(r -> descends(over, r, key, new LinkedHashSet<>()));
            if (!echo && descends(over, key, key, new LinkedHashSet<>())) {
                reported.add(key);
                Norm norm = byKey.get(key);
                if (norm != null) {
                    findings.error(
                            "norm.overrides.circle",
                            place(norm),
                            "norms prevail over one another in a circle",
                            "an order in which no norm prevails over itself",
                            "remove one of the overrides");
                }
            }
        }
    }

    private static boolean descends(
            Map<String, List<String>> over, String from, String target, Set<String> seen) {
        if (!seen.add(from)) {
            return false;
        }
        for (String next : over.getOrDefault(from, List.of())) {
            if (next.equals(target) || descends(over, next, target, seen)) {
                return true;
            }
        }
        return false;
    }
}
