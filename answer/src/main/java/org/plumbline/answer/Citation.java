package org.plumbline.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Line;
import org.plumbline.core.norm.Provision;

/// A citation as people write it: an edition and a number (`nasw-2021 1.06(c)`, `NASW 2021
/// 1.06(c)`), or a body and a number (`NASW 1.06`), which names no edition.
///
/// @param editions those it may mean: one if it names an edition, else all of the body
/// @param named whether it names an edition
/// @param number the number of a provision; empty if it cites a whole text
public record Citation(List<Edition> editions, boolean named, String number) {

    /// The citation, or nothing if it begins with neither an edition nor a body of the library.
    public static Optional<Citation> of(Library library, String text) {
        List<String> words = Arrays.stream(text.strip().split("\\s+", -1)).toList();
        Optional<Edition> edition = library.edition(words.getFirst());
        if (edition.isPresent()) {
            return Optional.of(new Citation(List.of(edition.get()), true, after(words, 1)));
        }
        for (int taken = words.size(); taken > 0; taken--) {
            Optional<Body> body = body(library, String.join(" ", words.subList(0, taken)));
            if (body.isPresent()) {
                return of(library, body.get(), words.subList(taken, words.size()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Citation> of(Library library, Body body, List<String> rest) {
        if (!rest.isEmpty()) {
            Optional<Edition> edition =
                    library.edition(body.id() + "-" + rest.getFirst().replaceAll("[()]", ""));
            if (edition.isPresent()) {
                return Optional.of(new Citation(List.of(edition.get()), true, after(rest, 1)));
            }
        }
        List<Edition> all = library.editionsOf(body.id());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Citation(all, false, after(rest, 0)));
    }

    private static String after(List<String> words, int taken) {
        return String.join(" ", words.subList(taken, words.size()));
    }

    private static Optional<Body> body(Library library, String words) {
        String id = words.toLowerCase(Locale.ROOT).replace(' ', '-');
        return Optional.ofNullable(library.bodies().get(id))
                .or(() ->
                        library.bodies().values().stream()
                                .filter(b -> b.name().equalsIgnoreCase(words))
                                .findFirst());
    }

    /// The provisions that the number means in an edition: the one of that number, or those that it
    /// is the beginning of; every provision where no number is cited.
    public List<Provision> provisions(Edition edition) {
        if (number.isEmpty()) {
            return edition.provisions();
        }
        Optional<Provision> exact = edition.provision(number);
        return exact.isPresent()
                ? List.of(exact.get())
                : edition.provisions().stream()
                        .filter(p ->
                                p.id().startsWith(number + "(") || p.id().startsWith(number + "."))
                        .toList();
    }

    /// Each edition that it may mean, with what the number stands for there.
    public SequencedMap<Edition, List<Provision>> meanings() {
        return editions.stream()
                .collect(
                        Collectors.toMap(
                                e -> e,
                                this::provisions,
                                (a, _) -> a,
                                java.util.LinkedHashMap::new));
    }

    /// Where the matter of a provision stands in the other editions of its text, if not under the
    /// same number: numbers by edition.
    public static Map<String, String> elsewhere(
            Library library, Edition edition, Provision provision) {
        Map<String, String> all = new TreeMap<>();
        for (Edition other : Line.of(library, edition.id()).editions()) {
            List<Provision> same =
                    other.provisions().stream()
                            .filter(p -> p.title().equalsIgnoreCase(provision.title()))
                            .toList();
            if (same.size() == 1 && !same.getFirst().id().equals(provision.id())) {
                all.put(other.id(), same.getFirst().id());
            }
        }
        return all;
    }
}
