package org.plumbline.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.ask.ActReader.FoundAct;
import org.plumbline.ask.Lexicon.Strength;
import org.plumbline.ask.Mention.Role;
import org.plumbline.ask.Trouble.Kind;

/// Says whether codes of ethics could answer a question, and if not, why not.
final class ScopeReader {

    /// A refusal and the words that led to it.
    record Refusal(Kind kind, List<Evidence> because) {}

    private final Text text;
    private final Cast cast;
    private final List<PatternSet.Hit<String>> signs;

    ScopeReader(Text text, Cast cast, List<PatternSet.Hit<String>> signs) {
        this.text = text;
        this.cast = cast;
        this.signs = signs;
    }

    /// The refusal, unless the question is in scope.
    Optional<Refusal> refusal(List<FoundAct> acts, boolean authority) {
        Optional<FoundAct> act = acts.stream().findFirst();
        Optional<Refusal> told =
                by("crisis", Kind.CRISIS)
                        .or(() ->
                                act.isPresent() && isOnlyTheOtherChoice()
                                        ? Optional.empty()
                                        : by("outcome", Kind.ABOUT_AN_OUTCOME))
                        .or(() ->
                                act.filter(FoundAct::byClientSide).isPresent()
                                        ? Optional.empty()
                                        : by("outcome-if", Kind.ABOUT_AN_OUTCOME))
                        .or(() ->
                                act.filter(this::isAskedBesideFeelings).isPresent()
                                        ? Optional.empty()
                                        : by("feeling", Kind.ABOUT_THE_CLIENT))
                        .or(() ->
                                cast.surelyPractitioner()
                                                || cast.asker() == Asker.SUPERVISEE
                                                || act.filter(this::isAskedBesideAnother)
                                                        .isPresent()
                                        ? Optional.empty()
                                        : by("client-may", Kind.ABOUT_THE_CLIENT))
                        .or(() ->
                                cast.asker() == Asker.PRACTITIONER
                                                || act.filter(this::isSure).isPresent()
                                        ? Optional.empty()
                                        : by("client-wonders", Kind.ABOUT_THE_CLIENT))
                        .or(() -> by("elsewhere", Kind.NOT_ABOUT_BOUNDARIES))
                        .or(() ->
                                act.filter(this::isAskedBesideWhy).isPresent()
                                        ? Optional.empty()
                                        : by("why", Kind.NOT_ABOUT_BOUNDARIES))
                        .or(() ->
                                act.filter(this::isSure).isPresent()
                                        ? Optional.empty()
                                        : by("information", Kind.NOT_ABOUT_BOUNDARIES));
        if (told.isPresent()) {
            return told;
        }
        if (text.size() == 0 || !anyWordKnown()) {
            return Optional.of(new Refusal(Kind.NOT_UNDERSTOOD, List.of()));
        }
        boolean helping =
                cast.has(Role.PROFESSIONAL, Role.CLIENT, Role.SUPERVISEE)
                        || cast.asker() == Asker.SUPERVISEE
                        || text.has("service")
                        || act.filter(this::isPractice).isPresent()
                        || authority;
        boolean nobodyElse =
                !text.has("mine")
                        && cast.mentions().stream().allMatch(m -> m.is(Role.PROFESSIONAL));
        if (nobodyElse && text.has("trade")) {
            return Optional.of(new Refusal(Kind.NOT_ABOUT_BOUNDARIES, words("trade")));
        }
        boolean tradesClient = !cast.has(Role.CLIENT) || cast.asker() != Asker.PRACTITIONER;
        if (!cast.has(Role.PROFESSIONAL)
                && tradesClient
                && !authority
                && !text.has("service")
                && text.has("trade")) {
            return Optional.of(new Refusal(Kind.NOT_ABOUT_BOUNDARIES, words("trade")));
        }
        if (!cast.has(Role.PROFESSIONAL) && !authority && pliesATrade()) {
            return Optional.of(new Refusal(Kind.NOT_ABOUT_BOUNDARIES, words("trade")));
        }
        if (!helping) {
            return Optional.of(
                    new Refusal(
                            act.isPresent() || cast.has(Role.TIE, Role.STUDENT)
                                    ? Kind.NOT_ABOUT_BOUNDARIES
                                    : Kind.NOT_UNDERSTOOD,
                            List.of()));
        }
        if (act.isPresent()) {
            if (isOnlyAWord(act.get())) {
                return Optional.of(new Refusal(Kind.NOT_UNDERSTOOD, List.of()));
            }
            if (isOnlyBackground(act.get()) || isOnlyWonderedAt(act.get().at().start())) {
                return Optional.of(new Refusal(Kind.NOT_ABOUT_BOUNDARIES, List.of()));
            }
            return act.filter(a -> a.byClientSide() && a.sign().refusedByClient())
                    .map(this::refusedAct);
        }
        boolean onlyWonders = text.in(0, "wonders") && !text.startsAnywhere("asks");
        return (asksOfProfessional() && !onlyWonders) || cast.asksForRules()
                ? Optional.empty()
                : Optional.of(new Refusal(Kind.NOT_ABOUT_BOUNDARIES, List.of()));
    }

    /// `can I go, or would she get in trouble`: what is asked before `or` is asked all the same.
    private boolean isOnlyTheOtherChoice() {
        return signs.stream()
                .filter(hit -> hit.value().equals("outcome"))
                .allMatch(hit -> {
                    // `will it get me in trouble, or is it fine`
                    int after = hit.found().end();
                    if (after + 1 < text.size()
                            && text.is(after, "or")
                            && text.startsClass(after + 1, "asks")) {
                        return true;
                    }
                    int joint = hit.found().start();
                    int least = Math.max(1, joint - 4);
                    while (joint >= least && !text.is(joint, "or")) {
                        joint--;
                    }
                    return joint >= least
                            && text.startsClass(joint + 1, "asks")
                            && asksBefore(joint);
                });
    }

    private boolean asksBefore(int token) {
        for (int i = 0; i < token; i++) {
            if (text.startsClass(i, "asks")) {
                return true;
            }
        }
        return false;
    }

    /// `I'm a dog walker`
    private boolean pliesATrade() {
        return text.all("trade").stream()
                .map(t -> text.in(t.start() - 1, "determiner") ? t.start() - 1 : t.start())
                .anyMatch(start ->
                        text.all("self").stream()
                                .anyMatch(self ->
                                        self.end() == start && text.in(self.start(), "me")));
    }

    /// A client asks what he may do, and the act stands only in a clause that explains:
    /// `can I …, if my therapist …`.
    private boolean isOnlyBackground(FoundAct act) {
        if (cast.asker() != Asker.CLIENT) {
            return false;
        }
        boolean explained = false;
        for (int i = act.at().start(); i >= 0 && text.sameSentence(i, act.at().start()); i--) {
            explained |= text.in(i, "explains") || text.is(i, "but");
            if (explained && text.startsClass(i, "asks") && text.in(i + 1, "me")) {
                return true;
            }
        }
        return false;
    }

    /// `whatever friend therapist`: a word that may name an act, and nothing asked of it.
    private boolean isOnlyAWord(FoundAct act) {
        return act.score() < Strength.PLAIN.points()
                && !text.startsAnywhere("asks")
                && !cast.has(Role.CLIENT, Role.SPEAKER)
                && !text.has("mine");
    }

    /// The act stands in a sentence that asks for knowledge, `what is it called when …`, and neither
    /// for a rule nor for what a professional should do.
    private boolean isOnlyWonderedAt(int token) {
        int start = token;
        while (start > 0 && text.sameSentence(start - 1, token)) {
            start--;
        }
        if (text.in(start, "joins")) {
            start++;
        }
        if (!text.in(start, "wonders")) {
            return false;
        }
        for (int i = start; i < text.size() && text.sameSentence(start, i); i++) {
            int at = i;
            boolean ofProfessional =
                    text.startsClass(i, "asks")
                            && (cast.asker() == Asker.PRACTITIONER
                                    || cast.namedAfter(i + 1)
                                            .filter(m -> m.is(Role.PROFESSIONAL))
                                            .filter(m -> m.start() <= at + 2)
                                            .isPresent());
            // `who can I ask, can it be my therapist`
            boolean asksMore =
                    i > start && text.token(i).breakBefore() && text.startsClass(i, "asks");
            if (ofProfessional || asksMore || text.startsClass(i, "what-is-right")) {
                return false;
            }
        }
        return true;
    }

    private Refusal refusedAct(FoundAct act) {
        return new Refusal(
                Kind.ABOUT_THE_CLIENT,
                List.of(text.evidence("act", act.sign().slot(), act.at().start(), act.at().end())));
    }

    /// `we have feelings for each other, can we date?` asks for more than feelings.
    private boolean isAskedBesideFeelings(FoundAct act) {
        return isSure(act)
                && signs.stream()
                        .filter(hit -> hit.value().equals("feeling"))
                        .allMatch(hit ->
                                hit.found().end() < act.at().start()
                                        || act.at().end() <= hit.found().start());
    }

    /// `why did he hug me, is that ok` asks for more than reasons.
    private boolean isAskedBesideWhy(FoundAct act) {
        int why =
                signs.stream()
                        .filter(hit -> hit.value().equals("why"))
                        .mapToInt(hit -> hit.found().end())
                        .max()
                        .orElse(0);
        for (int i = why; i < text.size(); i++) {
            boolean heads = text.token(i).breakBefore() || !text.sameSentence(i - 1, i);
            if (i > 0 && heads && (text.startsClass(i, "asks") || text.in(i, "asks-first"))) {
                return act.score() >= Strength.PLAIN.points();
            }
        }
        return false;
    }

    /// `can I date my therapist if I stop therapy?`: what the client may do is only a condition.
    private boolean isAskedBesideAnother(FoundAct act) {
        return isSure(act)
                && signs.stream()
                        .filter(hit -> hit.value().equals("client-may"))
                        .allMatch(hit ->
                                isWithin(hit.found(), act.at())
                                        || text.in(hit.found().start() - 1, "explains")
                                        || text.in(hit.found().start() - 1, "relates"));
    }

    /// `leave my doctor something in my will` is no leaving.
    private static boolean isWithin(Pattern.Found part, Pattern.Found whole) {
        return whole.start() <= part.start()
                && part.end() <= whole.end()
                && whole.words().size() > part.words().size();
    }

    /// `can you counsel somebody you went to school with?`: who does so is a helper.
    private boolean isPractice(FoundAct act) {
        String party = act.sign().party();
        return (!cast.mentions().isEmpty() || party.equals(PartyReader.LINKED))
                && (party.equals(PartyReader.PROSPECTIVE) || party.equals(PartyReader.LINKED))
                && text.has("practise");
    }

    private boolean isSure(FoundAct act) {
        return act.score() >= Strength.PLAIN.points() + ActReader.ASKED;
    }

    private Optional<Refusal> by(String sign, Kind kind) {
        List<Evidence> words = words(sign);
        return words.isEmpty() ? Optional.empty() : Optional.of(new Refusal(kind, words));
    }

    private List<Evidence> words(String sign) {
        List<Evidence> because = new ArrayList<>();
        for (var hit : signs) {
            if (hit.value().equals(sign)) {
                because.add(
                        text.evidence("in_scope", sign, hit.found().start(), hit.found().end()));
            }
        }
        for (Tagged tagged : text.all(sign)) {
            because.add(text.evidence("in_scope", sign, tagged.start(), tagged.end()));
        }
        return because;
    }

    private boolean anyWordKnown() {
        return text.tokens().stream().anyMatch(Token::known);
    }

    /// Whether something is asked of the professional, though the act is not known: somebody on
    /// that side, or a client, stands right after the words that ask.
    private boolean asksOfProfessional() {
        if (cast.surelyPractitioner() && cast.has(Role.CLIENT)) {
            return true;
        }
        for (int i = 0; i < text.size(); i++) {
            Optional<Tagged> asks = text.longestAt(i, Set.of("asks"));
            if (asks.isPresent() && !isOnlyWonderedAt(i)) {
                int end = asks.get().end();
                Optional<Mention> next = cast.namedAfter(end);
                boolean bothSides =
                        cast.mentions().stream().anyMatch(cast::onClientSide)
                                && cast.mentions().stream().anyMatch(cast::onProfessionalSide);
                // `can you help me find a lawyer`: nothing is asked of the lawyer.
                boolean anybody =
                        next.filter(m -> m.is(Role.ANYBODY)).isPresent()
                                && cast.has(Role.PROFESSIONAL);
                if (next.isPresent()
                        && !anybody
                        && next.get().start() - end <= 3
                        && bothSides
                        && (cast.onProfessionalSide(next.get()) || next.get().is(Role.CLIENT))) {
                    return true;
                }
            }
        }
        return text.has("ethics") || doesSomethingToTheAsker();
    }

    /// `my psychologist … me`, `my doctor … my house`: told rather than asked.
    private boolean doesSomethingToTheAsker() {
        Optional<Mention> professional =
                cast.all(Role.PROFESSIONAL).filter(m -> m.owner() == Mention.ASKER).findFirst();
        if (professional.isEmpty()) {
            return false;
        }
        for (int i = professional.get().end() + 1; i < text.size(); i++) {
            if (!text.sameSentence(professional.get().head(), i)) {
                return false;
            }
            if (text.in(i, "mine") || text.is(i, "me") || text.is(i, "us")) {
                return true;
            }
        }
        return false;
    }
}
