package org.plumbline.ask;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.ask.Lexicon.Act;
import org.plumbline.ask.Lexicon.ActSign;
import org.plumbline.ask.Lexicon.Strength;
import org.plumbline.ask.Mention.Role;
import org.plumbline.ask.PatternSet.Hit;

/// Reads which act is asked about, and whether a second one is.
///
/// Every pattern of every act is looked for; the most certain wins, then the one in the clause that
/// asks (`can …`, `is it ok …`), then the longest, then the first.
final class ActReader {
    private static final int CERTAINTY = Strength.PLAIN.points();
    static final int ASKED = 5;
    private static final Set<String> ASKS = Set.of("asks");

    /// An act as it was found.
    ///
    /// @param slot the act, turned round where the client's side does it
    /// @param sign the act whose words were found
    /// @param byClientSide whether the client's side is said to do it
    record FoundAct(Act slot, Act sign, Pattern.Found at, int score, boolean byClientSide) {}

    private record Ranked(Act sign, Pattern.Found at, int score, boolean asked) {}

    private final Lexicon lexicon;
    private final Text text;
    private final List<Hit<ActSign>> hits;
    private final List<Ranked> ranked;
    private final List<Ranked> again = new ArrayList<>();

    ActReader(Lexicon lexicon, Text text) {
        this.lexicon = lexicon;
        this.text = text;
        this.hits = lexicon.parts().actSigns().in(text);
        hits.removeIf(hit ->
                isPartOfAPerson(hit.found())
                        || isPartOfAName(hit.found())
                        || isIdle(hit.found())
                        || wasOnce(hit)
                        || onlyOwns(hit));
        this.ranked = rank();
    }

    /// `social` in `social worker`, or `massage` in `massage therapist`, is no act.
    private boolean isPartOfAPerson(Pattern.Found found) {
        int first = found.words().isEmpty() ? found.start() : found.words().getFirst();
        int last = found.words().isEmpty() ? found.end() - 1 : found.words().getLast();
        return Stream.of("profession", "service")
                .flatMap(kind -> text.all(kind).stream())
                .anyMatch(person ->
                        person.covers(first)
                                && person.covers(last)
                                && found.words().size() < person.length());
    }

    /// `she used to be my therapist` asks for no therapy.
    private boolean wasOnce(Hit<ActSign> hit) {
        int start = hit.found().start();
        return hit.value().act().equals("accept_as_client")
                && text.is(start - 1, "to")
                && text.is(start - 2, "used");
    }

    /// `asking for a friend` asks for no friendship.
    private boolean isIdle(Pattern.Found found) {
        return found.words().stream().anyMatch(i -> text.partOfPhrase(i, "idle"));
    }

    /// `book` in `book club`, or `dinner` in `dinner party`, is no act either.
    private boolean isPartOfAName(Pattern.Found found) {
        return isPartOf("shared-place", found, found.start(), found.start() + 1)
                || isPartOf("event", found, found.start(), found.end())
                || isPartOf("platform", found, found.start(), found.end())
                || isPartOf("whole-name", found, found.start(), found.end());
    }

    /// Whether a word of an act, from one token to another, belongs to a longer name of a thing.
    private boolean isPartOf(String kind, Pattern.Found found, int from, int to) {
        for (Tagged thing : text.all(kind)) {
            if (thing.length() > 1 && thing.start() < to && from < thing.end()) {
                boolean shares =
                        found.words().stream()
                                .anyMatch(i -> from <= i && i < to && thing.covers(i));
                if (shares && !found.words().containsAll(thing.tokens())) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The tokens that carry the acts asked about, so that `be friends` names no friend.
    BitSet taken() {
        Set<Act> asked = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Pattern.Found> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        Stream.of(main(), second())
                .flatMap(Optional::stream)
                .forEach(act -> {
                    asked.add(act.sign());
                    chosen.add(act.at());
                });
        BitSet taken = new BitSet();
        for (Hit<ActSign> hit : hits) {
            if (asked.contains(lexicon.act(hit.value().act()))) {
                hit.found().words().stream()
                        .filter(i -> !isDoer(hit.found(), i))
                        .filter(i -> !takesOn(hit) || !text.startsClass(i, "tie"))
                        .filter(i -> chosen.contains(hit.found()) || !isSomebodys(i))
                        .forEach(taken::set);
            }
        }
        return taken;
    }

    /// `my best friend` in `be friends with my best friend`: somebody, where another word has the act.
    private boolean isSomebodys(int word) {
        for (int noun = Math.max(1, word - 1); noun <= word; noun++) {
            boolean owned =
                    text.in(noun - 1, "mine")
                            || text.in(noun - 1, "theirs")
                            || text.is(noun - 1, "'s");
            if (owned && text.longestOfClass(noun, "tie").filter(t -> t.covers(word)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// `be my therapist's tenant` is not to be the therapist, and `be my best friend's lawyer` is
    /// not to be friends.
    private boolean onlyOwns(Hit<ActSign> hit) {
        int end = hit.found().end();
        if (!text.is(end, "'s")) {
            return false;
        }
        String act = hit.value().act();
        return switch (act) {
            case "friendship" -> text.in(end - 1, "tie");
            case "accept_as_client", "dual_professional_role" ->
                    text.in(end - 1, "profession") || text.in(end - 1, "client");
            case "employment" -> text.in(end - 1, "colleague");
            default -> false;
        };
    }

    /// `treat his neighbor` names the neighbor, too.
    private boolean takesOn(Hit<ActSign> hit) {
        return takesOn(lexicon.act(hit.value().act()));
    }

    private static boolean takesOn(Ranked act) {
        return takesOn(act.sign());
    }

    private static boolean takesOn(Act act) {
        String party = act.party();
        return party.equals(PartyReader.PROSPECTIVE) || party.equals(PartyReader.LINKED);
    }

    /// `pastor be my therapist` names the pastor all the same.
    private boolean isDoer(Pattern.Found found, int word) {
        return word == found.start()
                && found.words().size() > 1
                && text.startsClass(word, "profession");
    }

    /// The act asked about, before it is known who does it.
    private Optional<Ranked> main() {
        return ranked.stream().findFirst();
    }

    /// A second act that is asked about beside the first: both stand in the asking clause and are
    /// joined by a word such as `and`.
    private Optional<Ranked> second() {
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        Ranked first = ranked.getFirst();
        return ranked.stream()
                .skip(1)
                .filter(other -> other.score() >= Math.max(CERTAINTY, first.score() - CERTAINTY))
                .filter(other -> other.asked() || (!first.asked() && isSure(other)))
                .filter(other ->
                        (sharesVerb(first.at(), other.at()) && !takesOn(first) && !takesOn(other))
                                || (apart(first.at(), other.at())
                                        && joined(first.at(), other.at())))
                .findFirst();
    }

    /// `give him a hug and a present`: one verb, and two objects joined.
    private boolean sharesVerb(Pattern.Found left, Pattern.Found right) {
        if (left.start() != right.start()) {
            return false;
        }
        int from = Math.min(left.end(), right.end());
        int to = Math.max(left.end(), right.end());
        for (int i = from; i < to - 1; i++) {
            if (text.is(i, "and") || text.is(i, "or")) {
                return true;
            }
        }
        return false;
    }

    /// The acts asked about: none, one or two, the more certain first.
    List<FoundAct> acts(Cast cast) {
        List<FoundAct> acts = new ArrayList<>(2);
        main().ifPresent(act -> acts.add(found(act, cast)));
        second().map(act -> found(act, cast))
                .filter(act -> !act.slot().equals(acts.getFirst().slot()))
                .or(() -> asNewOnce(acts, cast))
                .ifPresent(acts::add);
        return acts;
    }

    /// The same act, asked about once more: `hug a client, and hug her mother`.
    private Optional<FoundAct> asNewOnce(List<FoundAct> acts, Cast cast) {
        if (acts.isEmpty()) {
            return Optional.empty();
        }
        FoundAct first = acts.getFirst();
        return again.stream()
                .filter(act -> act.sign().equals(first.sign()))
                .filter(act -> act.score() >= Strength.SURE.points())
                .filter(act -> act.asked() || !ranked.getFirst().asked())
                .filter(act -> apart(first.at(), act.at()) && joined(first.at(), act.at()))
                .findFirst()
                .map(act -> found(act, cast));
    }

    private List<Ranked> rank() {
        BitSet asked = asked();
        List<Ranked> all = new ArrayList<>();
        for (Hit<ActSign> hit : hits) {
            int score =
                    hit.value().strength().points()
                            + Math.min(hit.pattern().weight(), 4)
                            + (isAsked(hit.found(), asked) ? ASKED : 0);
            all.add(
                    new Ranked(
                            lexicon.act(hit.value().act()),
                            hit.found(),
                            score,
                            isAsked(hit.found(), asked)));
        }
        for (Ranked act : List.copyOf(all)) {
            if (!act.sign().over().isEmpty()) {
                all.replaceAll(other -> outdone(other, act));
            }
        }
        all.sort(
                Comparator.comparingInt(Ranked::score)
                        .reversed()
                        .thenComparingInt(a -> a.at().start())
                        .thenComparingInt(a -> -a.at().words().size()));
        Set<Act> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Ranked act : List.copyOf(all)) {
            if (!seen.add(act.sign())) {
                again.add(act);
                all.remove(act);
            }
        }
        return all;
    }

    /// Whether an act stands in the clause that asks, and does not reach into one that only says
    /// who somebody is: `a teacher who was my therapist`.
    private boolean isAsked(Pattern.Found found, BitSet asked) {
        if (!asked.get(found.start())) {
            return false;
        }
        for (int i = found.start() + 1; i < found.end(); i++) {
            if ((text.is(i, "who") || text.is(i, "which")) && !found.words().contains(i)) {
                return false;
            }
        }
        return true;
    }

    /// A less exact act, marked down below a more exact one that is nearly as certain.
    private static Ranked outdone(Ranked less, Ranked more) {
        if (!more.sign().over().contains(less.sign().slot())
                || more.score() <= less.score() - CERTAINTY
                || less.score() < more.score()) {
            return less;
        }
        return new Ranked(less.sign(), less.at(), more.score() - 1, less.asked());
    }

    private static boolean isSure(Ranked act) {
        return act.score() >= Strength.SURE.points();
    }

    private static boolean apart(Pattern.Found left, Pattern.Found right) {
        return left.words().stream().noneMatch(right.words()::contains)
                && (left.end() <= right.start() || right.end() <= left.start());
    }

    private boolean joined(Pattern.Found left, Pattern.Found right) {
        int from = Math.min(left.end(), right.end());
        int to = Math.max(left.start(), right.start());
        for (int i = from - 1; i <= to; i++) {
            if (i < to && text.in(i, "joins") && text.sameSentence(i, to)) {
                return true;
            }
            // `Can a nurse marry a patient? What about taking money from one?`
            boolean begins = i > 0 && i <= to && !text.sameSentence(i - 1, i);
            if (begins && text.sameSentence(i, to) && text.startsClass(i, "joins-anew")) {
                return true;
            }
        }
        return false;
    }

    private FoundAct found(Ranked act, Cast cast) {
        boolean byClient = isGivenToTheProfessional(act, cast) || byClientSide(act.at(), cast);
        String reversed = act.sign().reversed();
        Act turned = byClient && reversed != null ? lexicon.act(reversed) : act.sign();
        return new FoundAct(turned, act.sign(), act.at(), act.score(), byClient);
    }

    /// The tokens that stand in their sentence after words that ask, and in no clause that only
    /// explains: in `can I take him back after we were friends` only `take him back` is asked.
    private BitSet asked() {
        BitSet asked = new BitSet();
        BitSet begins = new BitSet();
        hits.forEach(hit -> begins.set(hit.found().start()));
        boolean asking = false;
        int since = 0;
        boolean aside = false;
        boolean suspended = false;
        for (int i = 0; i < text.size(); i++) {
            boolean heads = i == 0 || text.token(i).breakBefore();
            if (i > 0 && !text.sameSentence(i - 1, i)) {
                asking = false;
                aside = false;
                suspended = false;
            }
            Optional<Tagged> asks = text.longestAt(i, ASKS);
            if (asks.isPresent()) {
                asking = true;
                aside = false;
                since = asks.get().end();
                asked.set(i, asks.get().end());
                i = asks.get().end() - 1;
                continue;
            }
            if (heads && text.in(i, "asks-first")) {
                asking = true;
                aside = false;
                since = i;
            } else if (begins.get(i)
                    && isInfinitive(i)
                    && (aside || (suspended && text.in(i - 1, "joins")))) {
                // `… I saw in March, and hire him`
                asking = true;
                aside = false;
            } else if (text.in(i, "relates")
                    || (asking && saysMoreOfSomebody(i))
                    || (asking && text.startsClass(i, "explains"))) {
                int act = begins.nextSetBit(since);
                aside = asking && text.in(i, "relates") && (act < 0 || act >= i);
                suspended |= asking;
                asking = false;
            }
            asked.set(i, asking);
        }
        return asked;
    }

    /// `ask` in `can a teacher who was my therapist ask me out`: the clause is over, and the verb
    /// is the one that belongs to `can`.
    private boolean isInfinitive(int at) {
        return text.token(at).forms().size() == 1
                && !text.is(at - 1, "to")
                && !text.in(at - 1, "subject")
                && !text.in(at - 1, "relates")
                && !text.in(at - 1, "determiner")
                && !text.in(at - 1, "mine")
                && !text.in(at - 1, "theirs");
    }

    /// `someone he met`, `a client I saw`: a clause that only says whom.
    private boolean saysMoreOfSomebody(int at) {
        return text.in(at, "subject")
                && !text.token(at).breakBefore()
                && (text.in(at - 1, "client")
                        || text.in(at - 1, "tie")
                        || text.in(at - 1, "someone"));
    }

    /// The verb of an act in the passive voice, `was given`, `be hugged`; or -1.
    private int passiveIn(Pattern.Found found) {
        // A pattern that holds the passive itself, `be given <gift>`, says who does what as it is.
        int i = found.start();
        boolean being =
                text.in(i - 1, "passive")
                        || (text.in(i - 1, "adverb") && text.in(i - 2, "passive"));
        Token token = text.token(i);
        boolean participle =
                !token.lower().endsWith("ing")
                        && token.forms().size() > 1
                        && !token.lower().endsWith("s");
        return being && participle ? i : -1;
    }

    /// In the passive voice whoever stands after `by` does it, or else the other side than that of
    /// whoever stands before it.
    private boolean passivelyByClientSide(int verb, Cast cast) {
        for (int i = verb + 1; i < text.size() && text.sameSentence(verb, i); i++) {
            if (text.is(i, "by")) {
                Optional<Mention> doer = cast.namedAfter(i + 1);
                if (doer.isPresent() && doer.get().start() - i <= 2) {
                    return cast.onClientSide(doer.get());
                }
            }
        }
        return cast.doerBefore(verb).filter(m -> !cast.onClientSide(m)).isPresent();
    }

    /// `student gave me a mug, school counselor`: whoever the giver is, the professional receives.
    private boolean isGivenToTheProfessional(Ranked act, Cast cast) {
        int to = act.at().start() + 1;
        return act.sign().slot().equals("gift_give")
                && cast.asker() == Asker.PRACTITIONER
                && (text.is(to, "me") || text.is(to, "us"))
                && passiveIn(act.at()) < 0;
    }

    /// Whether the client's side does it: by who stands before it, else by who stands after.
    private boolean byClientSide(Pattern.Found found, Cast cast) {
        int verb = passiveIn(found);
        if (verb >= 0) {
            return passivelyByClientSide(verb, cast);
        }
        Optional<Mention> doer = cast.doerBefore(found.start());
        if (doer.isPresent() && doer.get().is(Role.PRONOUN)) {
            return cast.onClientSide(doer.get());
        }
        if (doer.isPresent() && !doer.get().is(Role.ANYBODY)) {
            return cast.onClientSide(doer.get());
        }
        Optional<Mention> after = cast.namedAfter(found.start() + 1);
        return after.isPresent()
                && after.get().is(Role.PROFESSIONAL)
                && !isSaidOf(after.get(), found)
                && !text.in(after.get().start() - 1, "doer-follows");
    }

    /// `a violation for my counselor to tell`: what the noun says is of whoever follows.
    private boolean isSaidOf(Mention after, Pattern.Found found) {
        int before = after.start() - 1;
        return before >= found.end() && text.is(before, "for");
    }
}
