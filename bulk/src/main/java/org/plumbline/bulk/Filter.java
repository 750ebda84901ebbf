package org.plumbline.bulk;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.plumbline.bulk.Ruling.OfText;
import org.plumbline.core.decide.Decision.Ground;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.Findings;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Fact;

/// Which rows to keep.
///
/// A filter looks at every row that was decided; it never stops early and never samples.
public sealed interface Filter {

    boolean keeps(Ruling ruling);

    /// A provision bears on what a text says, in every completion of the facts or, while the answer is
    /// open, in some: its own text, or one that took it over.
    ///
    /// @param cite its number; where an edition is meant that took it over, with its own edition in front
    record Provision(String edition, String cite) implements Filter {
        @Override
        public boolean keeps(Ruling ruling) {
            return ruling.texts().stream()
                    .anyMatch(t ->
                            t.outcome().answer().provisions().stream()
                                    .anyMatch(p -> isMeant(t, p)));
        }

        private boolean isMeant(OfText text, Ground ground) {
            return (text.edition().id().equals(edition) && ground.cite().equals(cite))
                    || (ground.home().id().equals(edition) && ground.provision().id().equals(cite));
        }
    }

    /// A headline is possible, for the texts joined; `not-bound` and `not-in-force` where none binds.
    record Says(Headline headline) implements Filter {
        @Override
        public boolean keeps(Ruling ruling) {
            return ruling.headlines().contains(headline);
        }
    }

    /// Some possible headline of the texts joined is at least as strict.
    record AtLeast(Headline headline) implements Filter {
        @Override
        public boolean keeps(Ruling ruling) {
            return ruling.headlines().getFirst().compareTo(headline) <= 0;
        }
    }

    /// A fact is missing, for some text.
    record Lacks(String fact) implements Filter {
        @Override
        public boolean keeps(Ruling ruling) {
            return ruling.texts().stream()
                    .flatMap(t -> t.outcome().answer().missing().stream())
                    .anyMatch(m -> m.fact().equals(fact));
        }
    }

    /// A safeguard is or may be owed, under some text.
    record Owes(String duty) implements Filter {
        @Override
        public boolean keeps(Ruling ruling) {
            return ruling.texts().stream()
                    .map(OfText::outcome)
                    .flatMap(o -> o.answer().duties().stream())
                    .anyMatch(d -> d.id().equals(duty));
        }
    }

    /// Reads `provision aca-2014 A.5.c`, `headline prohibited`, `missing harm-risk` or `duty
    /// documented`.
    ///
    /// @return what is meant, or absent where it is none of these or names what is not there
    static Optional<Filter> of(Library library, String words) {
        List<String> parts = List.of(words.strip().split("\\s+", 3));
        return switch (parts.getFirst()) {
            case "provision" ->
                    parts.size() < 3
                            ? Optional.empty()
                            : library.edition(parts.get(1))
                                    .filter(e -> has(library, e, parts.get(2)))
                                    .map(e -> new Provision(e.id(), parts.get(2)));
            case "headline" ->
                    parts.size() != 2 ? Optional.empty() : Headline.of(parts.get(1)).map(Says::new);
            case "missing" ->
                    parts.size() != 2
                            ? Optional.empty()
                            : library.vocabulary().fact(parts.get(1)).map(f -> new Lacks(f.id()));
            case "duty" ->
                    parts.size() != 2
                            ? Optional.empty()
                            : library.vocabulary()
                                    .fact(parts.get(1))
                                    .filter(Filter::isDuty)
                                    .map(f -> new Owes(f.id()));
            default -> Optional.empty();
        };
    }

    /// Whether an edition has a provision, or took over another's that is cited with its edition in front.
    private static boolean has(Library library, Edition edition, String cite) {
        int blank = cite.indexOf(' ');
        return edition.provision(cite).isPresent()
                || (blank > 0
                        && !edition.incorporates().isEmpty()
                        && library.edition(cite.substring(0, blank))
                                .flatMap(e -> e.provision(cite.substring(blank + 1)))
                                .isPresent());
    }

    /// Why words name no filter, and what to write instead.
    ///
    /// @param words of which [#of] makes nothing
    static String problem(Library library, String words) {
        List<String> parts = List.of(words.strip().split("\\s+", 3));
        String form =
                switch (parts.getFirst()) {
                    case "provision" -> "'provision aca-2014 A.5.c'";
                    case "headline" -> "'headline prohibited'";
                    case "missing" -> "'missing harm-risk'";
                    case "duty" -> "'duty documented'";
                    default -> "";
                };
        if (form.isEmpty()) {
            return "`%s` asks for nothing that can be filtered; write 'provision EDITION NUMBER', 'headline WORD', 'missing FACT' or 'duty ID'"
                    .formatted(words);
        }
        if (parts.size() != (parts.getFirst().equals("provision") ? 3 : 2)) {
            return "`%s` has too few words or too many; write for example %s"
                    .formatted(words, form);
        }
        String last = parts.getLast();
        return switch (parts.getFirst()) {
            case "provision" ->
                    library.edition(parts.get(1))
                            .map(edition ->
                                    "%s has no provision `%s`%s; `plumbline codes show %s` lists them"
                                            .formatted(
                                                    edition.id(),
                                                    last,
                                                    alike(
                                                            last,
                                                            edition.provisions().stream()
                                                                    .map(p -> p.id())
                                                                    .toList()),
                                                    edition.id()))
                            .orElseGet(() ->
                                    "no edition `%s`%s; `plumbline codes` lists them"
                                            .formatted(
                                                    parts.get(1),
                                                    alike(
                                                            parts.get(1),
                                                            library.editions().stream()
                                                                    .map(e -> e.id())
                                                                    .toList())));
            case "headline" ->
                    "no headline `%s`; it is one of %s"
                            .formatted(
                                    last,
                                    String.join(
                                            ", ",
                                            Arrays.stream(Headline.values())
                                                    .map(Headline::id)
                                                    .toList()));
            case "duty" ->
                    "no duty is called `%s`%s"
                            .formatted(
                                    last,
                                    alike(
                                            last,
                                            library.vocabulary().facts().values().stream()
                                                    .filter(Filter::isDuty)
                                                    .map(Fact::id)
                                                    .toList()));
            default ->
                    "the vocabulary has no fact `%s`%s"
                            .formatted(last, alike(last, library.vocabulary().factWords()));
        };
    }

    private static boolean isDuty(Fact fact) {
        return fact instanceof Fact.YesNo yesNo && yesNo.duty().isPresent();
    }

    private static String alike(String word, Collection<String> known) {
        return Findings.nearest(word, known).map(near -> "; nearest: `" + near + "`").orElse("");
    }
}
