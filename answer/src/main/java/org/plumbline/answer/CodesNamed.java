package org.plumbline.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Node;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;

/// The editions that a published case names as those it was decided under.
///
/// @param editions for each name that was understood, the editions it may mean
/// @param findings a warning for each name that means no edition of the library, or a draft only
record CodesNamed(List<List<Edition>> editions, List<Finding> findings) {

    private static final String CODES = "codes";

    /// @param slots the meanings in `slots.yaml`, some of which are names of codes
    /// @param item may have `codes`, a name such as `ACA 2005` or a list of them
    static CodesNamed read(Library library, Node.Mapping slots, Node.Mapping item) {
        List<List<Edition>> all = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Node node : names(item)) {
            if (node instanceof Node.Scalar name) {
                List<Library.Entry> entries = entries(library, prefix(slots, name.text()));
                List<Library.Entry> ready = entries.stream().filter(e -> !e.draft()).toList();
                if (ready.isEmpty()) {
                    findings.add(notHeld(name, entries));
                } else {
                    all.add(ready.stream().map(library::edition).toList());
                }
            } else {
                findings.add(
                        Finding.warning(
                                "slots.code",
                                node.span(),
                                "`codes` has something that is no name of a code",
                                "a name and year, or a list of such names",
                                "write `codes: [ACA 2005]`; the other texts are decided"));
            }
        }
        return new CodesNamed(List.copyOf(all), List.copyOf(findings));
    }

    private static List<Node> names(Node.Mapping item) {
        return switch (item.get(CODES).orElse(null)) {
            case null -> List.of();
            case Node.Sequence(var names, _) -> names;
            case Node.Scalar(var text, var quoted, _) when text.equals("null") && !quoted ->
                    List.of();
            case Node one -> List.of(one);
        };
    }

    private static Finding notHeld(Node.Scalar name, List<Library.Entry> drafts) {
        return drafts.isEmpty()
                ? Finding.warning(
                        "slots.code",
                        name.span(),
                        "no edition here is called `%s`".formatted(name.text()),
                        "the name and year of an edition that `plumbline codes` lists",
                        "correct the name, or add it to slots.yaml; the other texts are decided")
                : Finding.warning(
                        "slots.code",
                        name.span(),
                        "`%s` is held as a draft only (%s)"
                                .formatted(name.text(), drafts.getFirst().id()),
                        "an edition known better than from memory",
                        "add `--drafts` to decide under it all the same");
    }

    /// How the ids of the editions begin that a name may mean.
    private static String prefix(Node.Mapping slots, String name) {
        Optional<String> given =
                slots.get(CODES)
                        .filter(Node.Mapping.class::isInstance)
                        .map(Node.Mapping.class::cast)
                        .flatMap(codes ->
                                codes.entries().stream()
                                        .filter(e -> e.key().text().equalsIgnoreCase(name))
                                        .findFirst())
                        .filter(e -> e.value() instanceof Node.Scalar)
                        .map(e -> ((Node.Scalar) e.value()).text());
        return given.orElseGet(() ->
                name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", ""));
    }

    private static List<Library.Entry> entries(Library library, String prefix) {
        return library.entries().stream()
                .filter(e -> e.id().equals(prefix) || e.id().startsWith(prefix + "-"))
                .toList();
    }

    /// The day of the act: the one given if each code named has an edition in force on it, and
    /// otherwise the last day on which the most recent of the past editions was.
    Known.Range inForce(Known.Range asOf) {
        LocalDate day = asOf.last();
        return editions.stream()
                .filter(named -> named.stream().noneMatch(e -> e.inForce().mayCover(day)))
                .flatMap(named -> named.stream().map(Edition::inForce).map(InForce::toLatest))
                .flatMap(Optional::stream)
                .filter(last -> last.isBefore(day))
                .max(Comparator.naturalOrder())
                .map(Known.Range::of)
                .orElse(asOf);
    }
}
