package org.plumbline.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.ask.Lexicon.Authority;
import org.plumbline.ask.Mention.Role;

/// Reads which profession is meant: by its name, else by its code, else by its service.
final class ProfessionReader {

    /// A profession and the tokens that say so.
    record FoundProfession(String id, int start, int end) {}

    private final Lexicon lexicon;
    private final Text text;
    private final Cast cast;

    ProfessionReader(Lexicon lexicon, Text text, Cast cast) {
        this.lexicon = lexicon;
        this.text = text;
        this.cast = cast;
    }

    /// The professions meant: none, one, or two that are asked about alike.
    List<FoundProfession> professions(List<Authority> authorities) {
        List<Mention> named =
                cast.all(Role.PROFESSIONAL)
                        .filter(m -> !describesClient(m) && !isTheClientsOwn(m))
                        .toList();
        List<FoundProfession> found = new ArrayList<>();
        if (!named.isEmpty()) {
            Mention main = main(named);
            found.add(found(main, authorities));
            second(main, named).ifPresent(other -> found.add(found(other, authorities)));
            return found;
        }
        Optional<String> byCode =
                authorities.stream().flatMap(a -> a.profession().stream()).findFirst();
        if (byCode.isPresent()) {
            found.add(byCode(byCode.get()));
            return found;
        }
        text.all("service").stream()
                .findFirst()
                .ifPresent(service ->
                        found.add(
                                turned(
                                        service.value(),
                                        service.start(),
                                        service.end(),
                                        authorities)));
        return found;
    }

    private FoundProfession byCode(String id) {
        List<Tagged> codes = text.all("code");
        Tagged first = codes.isEmpty() ? text.all("place").getFirst() : codes.getFirst();
        return new FoundProfession(id, first.start(), first.end());
    }

    private FoundProfession found(Mention mention, List<Authority> authorities) {
        return turned(mention.value(), mention.head(), mention.end(), authorities);
    }

    private static FoundProfession turned(
            String id, int start, int end, List<Authority> authorities) {
        String turned = id;
        for (Authority authority : authorities) {
            turned = authority.turns().getOrDefault(turned, turned);
        }
        return new FoundProfession(turned, start, end);
    }

    /// The one whose code is asked about: an exact name before a general one, then whoever belongs
    /// to the asker, then the first.
    private Mention main(List<Mention> named) {
        Mention best = named.getFirst();
        for (Mention mention : named) {
            if (rank(mention) > rank(best)) {
                best = mention;
            }
        }
        return best;
    }

    private int rank(Mention mention) {
        boolean generic = lexicon.profession(mention.value()).generic();
        boolean owned = mention.owner() != Mention.NOBODY && mention.owner() != Mention.PRONOUN;
        // `can a therapist see her own doctor`: the doctor is the other one.
        boolean anothers = mention.owner() == Mention.PRONOUN;
        return (generic || anothers ? 0 : 2)
                + (owned ? 1 : 0)
                + (cast.isSelf(mention) ? 4 : 0)
                + (isAskedAbout(mention) ? 2 : 0);
    }

    /// `is a counselor allowed to tell my doctor`: the one right after the words that ask.
    private boolean isAskedAbout(Mention mention) {
        int before = mention.start() - 1;
        return text.in(before, "asks") || text.in(before, "asks-first");
    }

    private Optional<Mention> second(Mention main, List<Mention> named) {
        return named.stream()
                .filter(m -> !m.value().equals(main.value()))
                .filter(m ->
                        Math.min(Math.abs(m.start() - main.end()), Math.abs(main.start() - m.end()))
                                == 1)
                .filter(m -> text.in(Math.min(main.end(), m.end()), "compares"))
                .findFirst();
    }

    /// `may I tell my client's probation officer`: not the one who asks.
    private boolean isTheClientsOwn(Mention mention) {
        // `can a psychologist date a client's carer`
        boolean another = cast.all(Role.PROFESSIONAL).anyMatch(m -> m.owner() == Mention.NOBODY);
        return mention.owner() >= 0
                && !cast.isSelf(mention)
                && (cast.asker() == Asker.PRACTITIONER || another)
                && cast.mentions().get(mention.owner()).is(Role.CLIENT);
    }

    /// `a client who is a nurse`: the nurse is the client, not the practitioner.
    private boolean describesClient(Mention mention) {
        // `a client be a therapist's landlord`: the landlord is the client.
        if (mention.owner() != Mention.NOBODY || text.is(mention.end(), "'s")) {
            return false;
        }
        int at = mention.start() - 1;
        while (at >= 0 && text.sameSentence(at, mention.head()) && text.in(at, "being")) {
            at--;
        }
        if (at == mention.start() - 1) {
            return false;
        }
        int last = at + 1;
        if (text.is(last, "as")) {
            // `hug a client as a nurse`
            return false;
        }
        boolean clientIs = cast.all(Role.CLIENT).anyMatch(m -> m.end() == last);
        boolean tieIs = cast.all(Role.TIE).anyMatch(m -> m.end() == last);
        // `my sister is a psychologist; can she treat me?`: nobody else could be meant.
        boolean mine =
                cast.all(Role.TIE).anyMatch(m -> m.end() == last && m.owner() == Mention.ASKER);
        boolean alone =
                (mine || !cast.has(Role.CLIENT)) && cast.all(Role.PROFESSIONAL).count() == 1;
        return clientIs || (tieIs && !alone);
    }
}
