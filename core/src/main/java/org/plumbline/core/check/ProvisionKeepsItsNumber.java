package org.plumbline.core.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.core.load.Finding;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Line;
import org.plumbline.core.norm.Provision;

/// From one edition of a text to the next a provision keeps its number, and a number its subject:
/// where it does not, an old citation would quietly lead to another rule.
final class ProvisionKeepsItsNumber implements Check {

    @Override
    public String code() {
        return "edition.numbering.drift";
    }

    @Override
    public boolean withinEdition() {
        return false;
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return Line.all(library.library()).stream()
                .flatMap(line -> line.steps().stream())
                .flatMap(step -> findings(library, step.older(), step.newer()).stream());
    }

    private List<Finding> findings(Bookshelf library, Edition older, Edition newer) {
        List<Finding> all = new ArrayList<>();
        for (Provision now : newer.provisions()) {
            Optional<Provision> sameNumber = older.provision(now.id());
            Optional<Provision> sameTitle =
                    onlyOne(newer, now.title()).isPresent()
                            ? onlyOne(older, now.title())
                            : Optional.empty();
            if (sameTitle.isPresent() && !sameTitle.get().id().equals(now.id())) {
                all.add(
                        finding(
                                library,
                                newer,
                                now,
                                "what was %s in %s is %s here"
                                        .formatted(sameTitle.get().id(), older.id(), now.id()),
                                older,
                                sameTitle.get()));
            } else if (sameTitle.isEmpty()
                    && sameNumber.isPresent()
                    && unlike(sameNumber.get().title(), now.title())) {
                all.add(
                        finding(
                                library,
                                newer,
                                now,
                                "%s was about another matter in %s".formatted(now.id(), older.id()),
                                older,
                                sameNumber.get()));
            }
        }
        return all;
    }

    private Finding finding(
            Bookshelf library,
            Edition newer,
            Provision now,
            String found,
            Edition older,
            Provision before) {
        return Finding.warning(
                        code(),
                        library.place(newer, now.id()),
                        found,
                        "the same matter under the same number, or a person who has looked",
                        "compare both numbers with the two texts; correct the number or the title")
                .noting(
                        "%s: %s"
                                .formatted(
                                        Bookshelf.line(library.place(older, before.id())),
                                        before.title()));
    }

    private static Optional<Provision> onlyOne(Edition edition, String title) {
        List<Provision> all =
                edition.provisions().stream()
                        .filter(p -> p.title().equalsIgnoreCase(title))
                        .toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /// Whether two titles share no word that carries meaning.
    private static boolean unlike(String left, String right) {
        Set<String> common = words(left);
        common.retainAll(words(right));
        return common.isEmpty();
    }

    private static Set<String> words(String title) {
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream(title.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(w -> w.length() > 3)
                .map(w -> w.substring(0, Math.min(5, w.length())))
                .forEach(words::add);
        return words;
    }
}
