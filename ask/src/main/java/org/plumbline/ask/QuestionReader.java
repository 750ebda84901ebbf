package org.plumbline.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.ask.ActReader.FoundAct;
import org.plumbline.ask.EndDateReader.EndDate;
import org.plumbline.ask.Lexicon.Act;
import org.plumbline.ask.Lexicon.Authority;
import org.plumbline.ask.Lexicon.FactSign;
import org.plumbline.ask.Mention.Stage;
import org.plumbline.ask.PartyReader.Party;
import org.plumbline.ask.PatternSet.Hit;
import org.plumbline.ask.ProfessionReader.FoundProfession;
import org.plumbline.ask.TimeReader.Length;
import org.plumbline.ask.Trouble.Kind;

/// Reads questions in plain words. Holds no state beside its lexicon; safe to share.
public final class QuestionReader {

    /// Characters that a question may have; a longer text is refused unread.
    public static final int LONGEST = 4_000;

    private static final Pattern.Found NOWHERE = new Pattern.Found(0, 0, List.of());

    private final Lexicon lexicon;
    private final Nearest nearest;

    public QuestionReader(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.nearest = new Nearest(lexicon);
    }

    /// Questions that can be answered, in the library's own words.
    public List<String> examples() {
        return lexicon.parts().questions();
    }

    /// What a text asks.
    ///
    /// @param text a question as somebody types it; anything at all may be given
    /// @param asOf the day of the act, from which lengths of time are counted back
    public Reading read(String text, LocalDate asOf) {
        if (text.length() > LONGEST) {
            return refused(new ScopeReader.Refusal(Kind.NOT_UNDERSTOOD, List.of()), "", List.of());
        }
        return new Run(lexicon.text(text), text, asOf).reading();
    }

    /// What a statement speaks of: people, act, means, time and place, read as in a question. Nothing
    /// is refused, and who asserts what is not looked at.
    ///
    /// @return one part or two; none where the text is longer than [#LONGEST]
    public List<Reading.Part> statement(String text, LocalDate asOf) {
        return text.length() > LONGEST
                ? List.of()
                : new Run(lexicon.text(text), text, asOf).statement();
    }

    private Reading refused(ScopeReader.Refusal refusal, String text, List<String> places) {
        return new Reading(
                false,
                List.of(),
                Optional.of(
                        new Trouble(
                                refusal.kind(),
                                refusal.because(),
                                refusal.kind() == Kind.CRISIS ? List.of() : nearest.to(text),
                                refusal.kind() == Kind.CRISIS ? helpLines(places) : List.of())));
    }

    private List<HelpLine> helpLines(List<String> places) {
        List<HelpLine> lines = new ArrayList<>(lexicon.parts().helpLines());
        List<HelpLine> own =
                lines.stream()
                        .filter(l -> places.stream().anyMatch(p -> isWithin(p, l.place())))
                        .toList();
        lines.removeAll(own);
        lines.addAll(0, own);
        return lines;
    }

    private static boolean isWithin(String place, String larger) {
        return place.equals(larger) || place.startsWith(larger + "-");
    }

    /// One reading of one text.
    private final class Run {
        private final String source;
        private final LocalDate asOf;
        private final Text text;
        private final Cast cast;
        private final List<Hit<String>> signs;
        private final List<Tagged> authorities = new ArrayList<>();
        private final boolean ended;
        private final Optional<Length> length;
        private final Optional<EndDate> endDate;
        private final List<FoundAct> acts;
        private @Nullable List<Hit<FactSign>> facts;

        Run(Text text, String source, LocalDate asOf) {
            this.text = text;
            this.source = source;
            this.asOf = asOf;
            ActReader actReader = new ActReader(lexicon, text);
            this.cast = new Cast(text, actReader.taken());
            this.signs = lexicon.parts().signs().in(text);
            authorities.addAll(text.all("code"));
            authorities.addAll(text.all("place"));
            authorities.removeIf(this::isNoName);
            boolean said =
                    has("ended")
                            // `ACA code 5 years`: of the lengths in codes most run from the end.
                            || text.has("code")
                            || cast.mentions().stream().anyMatch(m -> m.stage() == Stage.FORMER);
            this.length = new TimeReader(lexicon, text).sinceEnd(said);
            this.endDate =
                    length.isPresent()
                            ? Optional.empty()
                            : new EndDateReader(text, asOf)
                                    .beside(
                                            signs.stream()
                                                    .filter(h -> h.value().equals("ended-when"))
                                                    .toList());
            this.ended = has("ended") || length.isPresent() || endDate.isPresent();
            this.acts = actReader.acts(cast);
        }

        Reading reading() {
            Optional<ScopeReader.Refusal> refusal =
                    new ScopeReader(text, cast, signs)
                            .refusal(acts, !text.all("code").isEmpty() || text.has("ethics"));
            if (refusal.isPresent()) {
                return refused(refusal.get(), source, places());
            }
            List<FoundProfession> professions =
                    new ProfessionReader(lexicon, text, cast).professions(authorityList());
            List<Reading.Part> parts = parts(professions);
            boolean understood = !parts.getFirst().slots().act().equals(Slots.OTHER);
            return new Reading(
                    true,
                    parts,
                    understood
                            ? Optional.empty()
                            : Optional.of(
                                    new Trouble(
                                            Kind.NOT_UNDERSTOOD,
                                            List.of(),
                                            nearest.to(source),
                                            List.of())));
        }

        List<Reading.Part> statement() {
            return parts(new ProfessionReader(lexicon, text, cast).professions(authorityList()));
        }

        /// One part, or two: for two professions, or for two acts, in the order of the text.
        private List<Reading.Part> parts(List<FoundProfession> professions) {
            Optional<FoundProfession> profession = professions.stream().findFirst();
            Optional<FoundAct> main = acts.stream().findFirst();
            Optional<FoundAct> second =
                    professions.size() < 2 ? acts.stream().skip(1).findFirst() : Optional.empty();
            if (second.isEmpty()) {
                return professions.size() < 2
                        ? perParty(profession, main)
                        : professions.stream()
                                .map(p -> part(Optional.of(p), main, NOWHERE, 0, text.size()))
                                .toList();
            }
            boolean inOrder = main.orElseThrow().at().start() < second.get().at().start();
            Optional<FoundAct> first = inOrder ? main : second;
            Optional<FoundAct> last = inOrder ? second : main;
            Pattern.Found one = first.orElseThrow().at();
            Pattern.Found other = last.orElseThrow().at();
            if (one.start() == other.start()) {
                // `give him a hug and a present`
                return distinct(
                        part(profession, first, NOWHERE, 0, text.size()),
                        part(profession, last, NOWHERE, 0, text.size()));
            }
            return distinct(
                    part(profession, first, other, 0, other.start()),
                    part(profession, last, one, one.end(), text.size()));
        }

        /// One part, or two where the act is asked of two people: `date a client or her sister`.
        private List<Reading.Part> perParty(
                Optional<FoundProfession> profession, Optional<FoundAct> act) {
            Reading.Part whole = part(profession, act, NOWHERE, 0, text.size());
            OptionalInt joint =
                    act.map(a -> cast.jointAfter(a.at().start())).orElse(OptionalInt.empty());
            OptionalInt anew = act.map(a -> cast.anewAfter(a.at().end())).orElse(joint);
            if (joint.isEmpty()
                    && anew.isPresent()
                    && !whole.slots().party().equals(PartyReader.LINKED)) {
                return distinct(
                        part(profession, act, NOWHERE, 0, anew.getAsInt()),
                        part(profession, act, NOWHERE, anew.getAsInt(), text.size()));
            }
            if (joint.isEmpty() || whole.slots().party().equals(PartyReader.LINKED)) {
                return List.of(whole);
            }
            return distinct(
                    part(profession, act, NOWHERE, 0, joint.getAsInt()),
                    part(profession, act, NOWHERE, joint.getAsInt() + 1, text.size()));
        }

        private static List<Reading.Part> distinct(Reading.Part one, Reading.Part other) {
            return one.slots().equals(other.slots()) ? List.of(one) : List.of(one, other);
        }

        /// @param other the words of the other act asked about, which say nothing of this one
        private Reading.Part part(
                Optional<FoundProfession> profession,
                Optional<FoundAct> found,
                Pattern.Found other,
                int from,
                int to) {
            Pattern.Found at = found.map(FoundAct::at).orElse(NOWHERE);
            Optional<Act> act = found.map(FoundAct::slot);
            List<String> unknown = act.isPresent() ? List.of() : unknownWords();
            Party party = party(profession, act, at, from, to);
            Slots slots =
                    new Slots(
                            profession
                                    .map(p -> lexicon.profession(p.id()).slot())
                                    .orElse(Slots.UNSPECIFIED),
                            party.slot(),
                            act.map(Act::slot)
                                    .orElse(
                                            unknown.isEmpty()
                                                            && (!text.startsAnywhere("asks")
                                                                    || cast.asksForRules())
                                                            && !cast.has(Mention.Role.PROFESSIONAL)
                                                    ? Slots.UNSPECIFIED
                                                    : Slots.OTHER),
                            medium(act, other),
                            length.map(Length::iso),
                            place());
            List<Hit<FactSign>> facts = facts();
            boolean understood = !slots.act().equals(Slots.OTHER);
            return new Reading.Part(
                    slots,
                    evidence(slots, profession, party, found, facts),
                    understood ? scenario(slots, profession, party, act, facts) : Optional.empty(),
                    understood || found.isEmpty()
                            ? unknown
                            : List.of(text.typed(at.start(), at.end())));
        }

        /// What the text says beside the slots; the same for each of its questions.
        private List<Hit<FactSign>> facts() {
            List<Hit<FactSign>> found = facts;
            if (found == null) {
                found = lexicon.parts().facts().in(text);
                facts = found;
            }
            return found;
        }

        private Optional<SequencedMap<String, Object>> scenario(
                Slots slots,
                Optional<FoundProfession> profession,
                Party party,
                Optional<Act> act,
                List<Hit<FactSign>> facts) {
            return new ScenarioWriter(lexicon, asOf, authorityList(), facts)
                    .scenario(
                            profession.map(FoundProfession::id),
                            party,
                            act,
                            slots.medium(),
                            length.map(l -> l.before(asOf).toString())
                                    .or(() -> endDate.map(EndDate::days)));
        }

        private List<Evidence> evidence(
                Slots slots,
                Optional<FoundProfession> profession,
                Party party,
                Optional<FoundAct> found,
                List<Hit<FactSign>> facts) {
            List<Evidence> because = new ArrayList<>();
            profession.ifPresent(p ->
                    because.add(
                            text.evidence("profession", slots.profession(), p.start(), p.end())));
            party.mention()
                    .ifPresent(m ->
                            because.add(text.evidence("party", slots.party(), m.start(), m.end())));
            if (party.former()) {
                sign("ended").ifPresent(h -> because.add(evidence("party", slots.party(), h)));
                length.ifPresent(l ->
                        because.add(text.evidence("party", slots.party(), l.start(), l.end())));
            }
            // What an act mostly concerns, and by which means, is read from the words of the act.
            boolean byAct = because.stream().noneMatch(e -> e.slot().equals("party"));
            if (byAct && !slots.party().equals(Slots.UNSPECIFIED)) {
                because.add(actWords("party", slots.party(), found));
            }
            found.ifPresent(_ -> because.add(actWords("act", slots.act(), found)));
            if (!slots.medium().equals(Slots.UNSPECIFIED)) {
                because.add(
                        sign(slots.medium().replace('_', '-'))
                                .map(h -> evidence("medium", slots.medium(), h))
                                .orElseGet(() -> actWords("medium", slots.medium(), found)));
            }
            length.ifPresent(
                    l -> because.add(text.evidence("time_since_end", l.iso(), l.start(), l.end())));
            endDate.ifPresent(
                    d -> because.add(text.evidence("service-ended", d.days(), d.start(), d.end())));
            for (Tagged name : authorities) {
                because.add(
                        text.evidence(
                                "jurisdiction_or_code", name.value(), name.start(), name.end()));
            }
            facts.forEach(h ->
                    because.add(
                            evidence(h.value().fact(), h.value().value().toString(), h.found())));
            return because;
        }

        private Evidence actWords(String slot, String value, Optional<FoundAct> found) {
            Pattern.Found at = found.map(FoundAct::at).orElse(NOWHERE);
            int end = at.end() > at.start() ? at.end() : text.size();
            return text.evidence(slot, value, at.start(), end);
        }

        private Party party(
                Optional<FoundProfession> profession,
                Optional<Act> act,
                Pattern.Found at,
                int from,
                int to) {
            boolean serves =
                    profession
                            .flatMap(p -> lexicon.profession(p.id()).serves())
                            .filter("student"::equals)
                            .isPresent();
            Set<String> names = new HashSet<>();
            signs.forEach(hit -> names.add(hit.value()));
            boolean endedByThen =
                    ended
                            && (length.isPresent()
                                    || endDate.isPresent()
                                    || signs.stream()
                                            .anyMatch(h ->
                                                    h.value().equals("ended")
                                                            && h.found().start() < to));
            return new PartyReader(lexicon, text, cast, endedByThen, names, serves)
                    .party(act, at, from, to);
        }

        /// `babysit a client or friend the parents on Facebook`: only the latter is electronic.
        private String medium(Optional<Act> act, Pattern.Found other) {
            String usual = act.map(Act::medium).orElse(Slots.UNSPECIFIED);
            boolean electronic =
                    signs.stream()
                            .filter(h -> h.value().equals("electronic"))
                            .map(Hit::found)
                            .anyMatch(f -> f.start() < other.start() || other.end() < f.end());
            if (electronic && !(usual.equals("in_person") && act.orElseThrow().mediumFirm())) {
                return "electronic";
            }
            if (!usual.equals(Slots.UNSPECIFIED)) {
                return usual;
            }
            return has("in-person") ? "in_person" : Slots.UNSPECIFIED;
        }

        /// The places named, and those of the codes that are.
        private List<String> places() {
            List<String> places = new ArrayList<>();
            for (Tagged name : authorities) {
                if (name.kind().equals("place")) {
                    places.add(name.value());
                }
                lexicon.authority(name).jurisdiction().ifPresent(places::add);
            }
            return places;
        }

        private Optional<String> place() {
            if (authorities.isEmpty()) {
                return Optional.empty();
            }
            List<String> typed = new ArrayList<>();
            for (Tagged tagged : authorities) {
                String words = asTyped(tagged);
                if (!typed.contains(words)) {
                    typed.add(words);
                }
            }
            return Optional.of(String.join(", ", typed));
        }

        /// A name as typed, or, where it was misspelled, as it is written.
        private String asTyped(Tagged tagged) {
            for (int i = tagged.start(); i < tagged.end(); i++) {
                if (!lexicon.spelling().knows(text.token(i).lower())) {
                    return tagged.length() == 1
                            ? text.token(i).forms().getLast()
                            : text.typed(tagged.start(), tagged.end());
                }
            }
            return text.typed(tagged.start(), tagged.end());
        }

        private List<Authority> authorityList() {
            return authorities.stream()
                    .map(t ->
                            java.util.Objects.requireNonNull(
                                    (t.kind().equals("code")
                                                    ? lexicon.parts().codes()
                                                    : lexicon.parts().places())
                                            .get(t.value())))
                    .toList();
        }

        /// Some abbreviations are also words (`US`): they are names only in capitals, in a text
        /// that is not all capitals; and `was` is no inflection of `WA`.
        private boolean isNoName(Tagged tagged) {
            Token token = text.token(tagged.start());
            if (tagged.length() > 1
                    || token.forms().stream().noneMatch(form -> form.length() == 2)) {
                return false;
            }
            String bare = text.typed(tagged.start(), tagged.end()).replace(".", "");
            boolean inCapitals =
                    bare.equals(bare.toUpperCase(Locale.ROOT))
                            && !source.equals(source.toUpperCase(Locale.ROOT));
            return bare.length() != 2
                    || (lexicon.parts().capitals().contains(token.lower()) && !inCapitals);
        }

        /// The words after those that ask, which the lexicon does not know.
        private List<String> unknownWords() {
            List<String> unknown = new ArrayList<>();
            for (int i = 0; i < text.size(); i++) {
                if (!text.token(i).known()) {
                    unknown.add(text.typed(i, i + 1));
                }
            }
            return unknown;
        }

        private boolean has(String sign) {
            return sign(sign).isPresent();
        }

        private Optional<Hit<String>> sign(String sign) {
            return signs.stream().filter(hit -> hit.value().equals(sign)).findFirst();
        }

        private Evidence evidence(String slot, String value, Hit<String> hit) {
            return evidence(slot, value, hit.found());
        }

        private Evidence evidence(String slot, String value, Pattern.Found found) {
            return text.evidence(slot, value, found.start(), found.end());
        }
    }
}
