package org.plumbline.ask;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
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

    /// An act as it was found.
    ///
    /// @param slot the act, turned round where the client's side does it
    /// @param sign the act whose words were found
    /// @param byClientSide whether the client's side is said to do it
    record FoundAct(Act slot, Act sign, Pattern.Found at, int score, boolean byClientSide) {}

    private record Ranked(Act sign, Pattern.Found at, int score) {}

    private final Lexicon lexicon;
    private final Text text;
    private final List<Hit<ActSign>> hits;
    private final List<Ranked> ranked;

    ActReader(Lexicon lexicon, Text text) {
        this.lexicon = lexicon;
        this.text = text;
        this.hits = lexicon.parts().actSigns().in(text);
        hits.removeIf(hit -> isPartOfAPerson(hit.found()));
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

    /// The tokens that carry the acts asked about, so that `be friends` names no friend.
    BitSet taken() {
        Set<Act> asked = new HashSet<>();
        main().ifPresent(act -> asked.add(act.sign()));
        second().ifPresent(act -> asked.add(act.sign()));
        BitSet taken = new BitSet();
        for (Hit<ActSign> hit : hits) {
            if (asked.contains(lexicon.act(hit.value().act()))) {
                hit.found().words().forEach(taken::set);
            }
        }
        return taken;
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
                .filter(other -> apart(first.at(), other.at()))
                .filter(other -> joined(first.at(), other.at()))
                .findFirst();
    }

    /// The acts asked about: none, one or two, the more certain first.
    List<FoundAct> acts(Cast cast) {
        List<FoundAct> acts = new ArrayList<>(2);
        main().ifPresent(act -> acts.add(found(act, cast)));
        second().map(act -> found(act, cast))
                .filter(act -> !act.slot().equals(acts.getFirst().slot()))
                .ifPresent(acts::add);
        return acts;
    }

    private List<Ranked> rank() {
        BitSet asked = asked(text);
        List<Ranked> all = new ArrayList<>();
        for (Hit<ActSign> hit : hits) {
            int score =
                    hit.value().strength().points()
                            + Math.min(hit.pattern().weight(), 4)
                            + (asked.get(hit.found().start()) ? ASKED : 0);
            all.add(new Ranked(lexicon.act(hit.value().act()), hit.found(), score));
        }
        for (Ranked act : List.copyOf(all)) {
            if (!act.sign().over().isEmpty()) {
                all.replaceAll(other -> outdone(other, act));
            }
        }
        all.sort((a, b) ->
                a.score() != b.score()
                        ? Integer.compare(b.score(), a.score())
                        : Integer.compare(a.at().start(), b.at().start()));
        Set<Act> seen = new HashSet<>();
        all.removeIf(act -> !seen.add(act.sign()));
        return all;
    }

    /// A less exact act, marked down below a more exact one that is nearly as certain.
    private static Ranked outdone(Ranked less, Ranked more) {
        if (!more.sign().over().contains(less.sign().slot())
                || more.score() <= less.score() - CERTAINTY
                || less.score() < more.score()) {
            return less;
        }
        return new Ranked(less.sign(), less.at(), more.score() - 1);
    }

    private static boolean apart(Pattern.Found left, Pattern.Found right) {
        return left.words().stream().noneMatch(right.words()::contains)
                && (left.end() <= right.start() || right.end() <= left.start());
    }

    private boolean joined(Pattern.Found left, Pattern.Found right) {
        int from = Math.min(left.end(), right.end());
        int to = Math.max(left.start(), right.start());
        for (int i = from - 1; i < to; i++) {
            if (text.in(i, "joins") && text.sameSentence(i, to)) {
                return true;
            }
        }
        return false;
    }

    private FoundAct found(Ranked act, Cast cast) {
        boolean byClient = byClientSide(act.at(), cast);
        String reversed = act.sign().reversed();
        Act turned = byClient && reversed != null ? lexicon.act(reversed) : act.sign();
        return new FoundAct(turned, act.sign(), act.at(), act.score(), byClient);
    }

    /// The tokens that stand in their sentence after words that ask.
    private static BitSet asked(Text text) {
        BitSet asked = new BitSet();
        for (int i = 0; i < text.size(); i++) {
            boolean goesOn = i > 0 && text.sameSentence(i - 1, i) && asked.get(i - 1);
            boolean heads = i == 0 || text.token(i).breakBefore();
            if (goesOn || text.startsClass(i, "asks") || (heads && text.in(i, "asks-first"))) {
                asked.set(i);
            }
        }
        return asked;
    }

    /// Whether the client's side does it: by who stands before it, else by who stands after.
    private boolean byClientSide(Pattern.Found found, Cast cast) {
        Optional<Mention> doer = cast.doerBefore(found.start());
        if (doer.isPresent() && doer.get().is(Role.PRONOUN)) {
            return cast.onClientSide(doer.get());
        }
        if (doer.isPresent() && !doer.get().is(Role.ANYBODY)) {
            return cast.onClientSide(doer.get());
        }
        Optional<Mention> after = cast.namedAfter(found.start() + 1);
        return after.isPresent() && after.get().is(Role.PROFESSIONAL);
    }
}
