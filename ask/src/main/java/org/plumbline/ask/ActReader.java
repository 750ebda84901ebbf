package org.plumbline.ask;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
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

    private final Lexicon lexicon;
    private final Text text;
    private final List<Hit<ActSign>> hits;

    ActReader(Lexicon lexicon, Text text) {
        this.lexicon = lexicon;
        this.text = text;
        this.hits = lexicon.parts().actSigns().in(text);
        hits.removeIf(hit -> isPartOfAPerson(hit.found()));
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

    /// The tokens that carry an act, so that `be friends` names no friend.
    BitSet taken() {
        BitSet taken = new BitSet();
        for (Hit<ActSign> hit : hits) {
            if (hit.value().strength() != Strength.FAINT) {
                hit.found().words().forEach(taken::set);
            }
        }
        return taken;
    }

    /// The acts found, the one asked about first, each act once.
    List<FoundAct> acts(Cast cast) {
        List<FoundAct> found = new ArrayList<>();
        for (Hit<ActSign> hit : hits) {
            found.add(act(hit, cast));
        }
        for (FoundAct act : List.copyOf(found)) {
            found.replaceAll(other -> outdone(other, act));
        }
        found.sort(
                Comparator.comparingInt(FoundAct::score)
                        .reversed()
                        .thenComparingInt(f -> f.at().start()));
        Set<String> seen = new HashSet<>();
        found.removeIf(act -> !seen.add(act.slot().slot()));
        return found;
    }

    /// A less exact act, marked down below a more exact one that is nearly as certain.
    private static FoundAct outdone(FoundAct less, FoundAct more) {
        if (!more.sign().over().contains(less.sign().slot())
                || more.score() < less.score() - CERTAINTY + 1
                || less.score() < more.score()) {
            return less;
        }
        return new FoundAct(
                less.slot(), less.sign(), less.at(), more.score() - 1, less.byClientSide());
    }

    /// A second act that is asked about beside the first: both stand in the asking clause and are
    /// joined by a word such as `and`.
    Optional<FoundAct> second(List<FoundAct> acts) {
        FoundAct main = acts.getFirst();
        return acts.stream()
                .skip(1)
                .filter(other -> other.score() >= main.score() - CERTAINTY)
                .filter(other -> other.score() >= CERTAINTY)
                .filter(other -> apart(main.at(), other.at()))
                .filter(other -> joined(main.at(), other.at()))
                .findFirst();
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

    private FoundAct act(Hit<ActSign> hit, Cast cast) {
        Act sign = lexicon.act(hit.value().act());
        int score =
                hit.value().strength().points()
                        + Math.min(hit.pattern().weight(), 4)
                        + (isAsked(hit.found()) ? ASKED : 0);
        boolean byClient = byClientSide(hit.found(), cast);
        String reversed = sign.reversed();
        Act act = byClient && reversed != null ? lexicon.act(reversed) : sign;
        return new FoundAct(act, sign, hit.found(), score, byClient);
    }

    private boolean isAsked(Pattern.Found found) {
        for (int i = found.start(); i >= 0 && text.sameSentence(i, found.start()); i--) {
            if (text.startsClass(i, "asks")) {
                return true;
            }
        }
        return false;
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
        Optional<Mention> after = cast.namedAfter(found.end());
        return after.isPresent() && after.get().is(Role.PROFESSIONAL);
    }
}
