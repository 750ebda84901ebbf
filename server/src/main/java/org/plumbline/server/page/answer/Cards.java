package org.plumbline.server.page.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Duty;
import org.plumbline.core.decide.Decision.Ground;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.explain.DayWording;
import org.plumbline.core.explain.EditionName;
import org.plumbline.core.explain.QuestionSentence;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Line;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Strength;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.server.explore.Address;
import org.plumbline.server.page.Controls;
import org.plumbline.server.page.Words;
import org.plumbline.server.page.answer.AnswerView.Card;
import org.plumbline.server.page.answer.AnswerView.Changed;
import org.plumbline.server.page.answer.AnswerView.Note;
import org.plumbline.server.page.answer.AnswerView.Pair;
import org.plumbline.server.page.answer.AnswerView.Quiet;
import org.plumbline.server.page.answer.AnswerView.State;
import org.plumbline.server.page.verdict.Badge;
import org.plumbline.server.page.verdict.Mark;
import org.plumbline.server.page.verdict.StripDrawing;

/// What each text says, as cards; strictest today first, and among equals the one that bars longest.
final class Cards {

    private static final String ONLY_THE_PROFESSIONAL =
            " (a judgement only the professional can make)";

    private final LocalDate today;
    private final Library library;
    private final Decision decision;
    private final Controls controls;
    private final Map<String, StripDrawing> strips;
    private final VerdictSentence sentences;
    private final QuestionSentence questions;

    /// @param strips by edition
    /// @param today the day on which is asked, whatever day is asked about
    Cards(
            Library library,
            Decision decision,
            Controls controls,
            Map<String, StripDrawing> strips,
            LocalDate today) {
        this.today = today;
        this.library = library;
        this.decision = decision;
        this.controls = controls;
        this.strips = strips;
        this.sentences = new VerdictSentence(library);
        this.questions = new QuestionSentence(library.vocabulary());
    }

    List<Card> speaking() {
        return sorted(decision).stream().filter(JoinedLine::speaks).map(this::card).toList();
    }

    List<Quiet> quiet() {
        return sorted(decision).stream()
                .filter(a -> !JoinedLine.speaks(a))
                .map(this::quiet)
                .toList();
    }

    /// Strictest today first, settled before open, then by the later day.
    static List<Answer> sorted(Decision decision) {
        return decision.answers().stream()
                .sorted(
                        Comparator.<Answer, Headline>comparing(a -> a.headlines().getFirst())
                                .thenComparing(a -> a.headlines().getLast())
                                .thenComparing(
                                        Comparator.comparingLong(Cards::barredUntil).reversed()))
                .toList();
    }

    private static long barredUntil(Answer answer) {
        return answer.lifts()
                .map(lifts ->
                        switch (lifts) {
                            case Lifts.Never _ -> Long.MAX_VALUE;
                            case Lifts.On(var earliest, var latest) ->
                                    latest.orElse(earliest).toEpochDay();
                        })
                .orElse(Long.MIN_VALUE);
    }

    private Quiet quiet(Answer answer) {
        Edition edition = answer.edition();
        return new Quiet(
                EditionName.brief(library, edition),
                Mark.of(answer.headlines(), Optional.empty()),
                sentences.headline(answer),
                sentences.meaning(answer).replaceFirst("^Not covered here: the", "The"),
                Address.edition(edition.id()));
    }

    private Card card(Answer answer) {
        Edition edition = answer.edition();
        String brief = EditionName.brief(library, edition);
        List<Note> notes = answer.provisions().stream().map(g -> note(g, answer)).toList();
        return new Card(
                edition.id(),
                Mark.of(answer.headlines(), answer.lifts()),
                brief,
                brief.equals(edition.title()) ? "" : edition.title(),
                binds(answer),
                voice(headline(answer)),
                state(answer),
                answer.settled(),
                List.of(voice(sentences.meaning(answer))),
                Optional.ofNullable(strips.get(edition.id())),
                facts(answer),
                notes,
                warning(answer),
                changed(edition));
    }

    /// The headline; where much is open, without the condition, which stands beneath.
    private String headline(Answer answer) {
        String whole = sentences.headline(answer);
        if (!tooLong(whole)) {
            return whole;
        }
        Headline strictest = answer.headlines().getFirst();
        String name = VerdictSentence.name(strictest, answer.edition());
        return burden(answer)
                ? name + " unless " + (controls.client() ? "they" : "you") + " can show otherwise"
                : name + " in some cases";
    }

    private static final int LONGEST_HEADLINE = 90;

    /// Where it turns on several things, how many they are stands beneath.
    private static boolean tooLong(String headline) {
        return headline.length() > LONGEST_HEADLINE || headline.contains(", depending on ");
    }

    private static boolean burden(Answer answer) {
        return !answer.settled()
                && answer.headlines().getFirst() == Headline.PROHIBITED
                && answer.underBurden().equals(List.of(Headline.PROHIBITED));
    }

    /// A sentence to the practitioner, said of them where a client asks.
    private String voice(String sentence) {
        return controls.client() ? ClientVoice.of(sentence) : sentence;
    }

    private String binds(Answer answer) {
        if (answer.binds() == Sureness.YES) {
            return controls.client() ? "binds them" : "binds you";
        }
        return controls.client() ? "if it binds them" : "if it binds you";
    }

    // ── How sure ────────────────────────────────────────────────────────────────────────────

    private State state(Answer answer) {
        Scenario scenario = decision.scenario();
        List<Missing> unsaid =
                answer.missing().stream()
                        .filter(m -> scenario.cannotSay().contains(m.fact()))
                        .toList();
        List<Missing> open = answer.missing().stream().filter(m -> !unsaid.contains(m)).toList();
        List<Missing> judgements = open.stream().filter(Cards::isJudgement).toList();
        List<Missing> facts = open.stream().filter(m -> !isJudgement(m)).toList();
        if (answer.settled()) {
            return new State(
                    "#i-tick",
                    answer.lifts().isPresent() && !answer.missingThen().isEmpty()
                            ? "Settled until then"
                            : "Settled on the facts given");
        }
        if (answer.missing().isEmpty()) {
            return new State("#i-scale", "Depends on how the text is read");
        }
        if (open.isEmpty()) {
            return new State("#i-q", "You said that you do not know: it stays open");
        }
        if (facts.isEmpty()) {
            return new State(
                    "#i-scale",
                    (controls.client() ? "Rests on their judgement" : "Rests on your judgement")
                            + (judgements.size() == 1
                                    ? ": " + Words.small(question(judgements.getFirst()))
                                    : ", in " + Words.count(judgements.size(), "point")));
        }
        return new State(
                "#i-q",
                "Depends on "
                        + Words.count(facts.size(), "fact")
                        + (judgements.isEmpty()
                                ? facts.size() == 1
                                        ? ": " + Words.small(question(facts.getFirst()))
                                        : ""
                                : " and " + (controls.client() ? "their" : "your") + " judgement"));
    }

    private static boolean isJudgement(Missing missing) {
        return missing.kind().equals("judgement");
    }

    private String question(Missing missing) {
        return questions.of(missing).replace(ONLY_THE_PROFESSIONAL, "");
    }

    // ── What belongs to it ──────────────────────────────────────────────────────────────────

    private List<Pair> facts(Answer answer) {
        List<Pair> all = new ArrayList<>();
        if (answer.binds() != Sureness.YES && !controls.client()) {
            all.add(new Pair("Binds you", List.of(questions.binds(answer.edition().binds()))));
        }
        if (tooLong(sentences.headline(answer))) {
            all.add(new Pair("In full", List.of(voice(sentences.headline(answer) + "."))));
        }
        add(all, "Missing", missing(answer));
        sentences.until(answer).ifPresent(u -> all.add(new Pair("Time", List.of(voice(u)))));
        add(
                all,
                controls.client() ? "They owe" : "Duties",
                answer.duties().stream().map(this::duty).toList());
        sentences.weighing(answer).ifPresent(w -> all.add(new Pair("To weigh", List.of(w))));
        sentences.burden(answer).ifPresent(b -> all.add(new Pair("Burden", List.of(voice(b)))));
        add(all, "Reading", sentences.readings(answer));
        add(
                all,
                "Gives way",
                answer.defeated().stream()
                        .map(d ->
                                "%s applies, and gives way to %s."
                                        .formatted(d.cite(), Words.and(d.by())))
                        .toList());
        add(
                all,
                "Also",
                sentences.reminders(answer).stream()
                        .map(r -> Words.capital(r.replace("Still to be kept in mind, ", "")))
                        .toList());
        return all;
    }

    private static void add(List<Pair> all, String label, List<String> says) {
        if (!says.isEmpty()) {
            all.add(new Pair(label, says));
        }
    }

    /// What is missing; of what cannot be said, what either answer would leave.
    private List<String> missing(Answer answer) {
        List<String> all = new ArrayList<>();
        for (Missing missing : answer.missing()) {
            String text = question(missing);
            if (decision.scenario().cannotSay().contains(missing.fact())) {
                text +=
                        (controls.notApplicable().contains(missing.fact())
                                        ? " You said that it does not apply, which leaves it open."
                                        : " You said that you do not know.")
                                + either(missing);
            } else if (isJudgement(missing)) {
                text += either(missing);
            }
            all.add(text);
        }
        return all;
    }

    /// "If so: advised against. If not: not addressed …"
    static String either(Missing missing) {
        List<Headline> so = missing.would().get("true");
        List<Headline> not = missing.would().get("false");
        return so == null || not == null
                ? ""
                : " If so: %s. If not: %s."
                        .formatted(Words.or(JoinedLine.names(so)), Words.or(JoinedLine.names(not)));
    }

    private String duty(Duty duty) {
        return voice(sentences.duty(duty));
    }

    // ── Provisions ──────────────────────────────────────────────────────────────────────────

    private Note note(Ground ground, Answer answer) {
        Edition home = ground.home();
        Strength strength = ground.provision().strength().orElse(home.strength());
        String force =
                switch (strength) {
                    case ENFORCEABLE -> "Enforceable.";
                    case ASPIRATIONAL -> "An aim, not a rule.";
                    default -> "";
                };
        String from = org.plumbline.server.explore.Words.inForce(home.inForce()) + ".";
        String borrowed =
                home.equals(answer.edition())
                        ? ""
                        : "Taken over from " + EditionName.brief(library, home) + ". ";
        return new Note(
                ground.cite(),
                Address.provision(home.id(), ground.provision().id()),
                Badge.of(ground.provision().verified()),
                ground.provision().says(),
                ground.norms().stream().map(Norm::reads).toList(),
                (borrowed + EditionName.brief(library, home) + ". " + from + " " + force).strip());
    }

    private static final Set<String> UNREAD = Set.of("secondary", "memory", "illustrative");

    private String warning(Answer answer) {
        List<String> all = new ArrayList<>();
        if (UNREAD.contains(answer.verified())) {
            all.add(VerdictSentence.verified(answer.verified()));
        }
        if (answer.inForce() == Sureness.UNKNOWN) {
            all.add("It may not have been in force on that day.");
        }
        answer.edition()
                .inForce()
                .toLatest()
                .filter(last -> !last.isBefore(today))
                .ifPresent(last ->
                        all.add(
                                "This edition is in force up to %s; a later one may say otherwise."
                                        .formatted(DayWording.of(last))));
        return String.join(" ", all);
    }

    /// That a text has changed since the day that was asked about: what was decided stands for that day.
    private Optional<Changed> changed(Edition edition) {
        Optional<LocalDate> last = edition.inForce().toLatest().filter(day -> day.isBefore(today));
        if (last.isEmpty()) {
            return Optional.empty();
        }
        String until = "This edition was in force up to " + DayWording.of(last.get());
        String stands = " What is said here stands for the day that was asked about.";
        return Optional.of(
                Line.of(library, edition.id()).steps().stream()
                        .filter(step -> step.older().id().equals(edition.id()))
                        .map(Line.Step::newer)
                        .findFirst()
                        .map(next ->
                                new Changed(
                                        until
                                                + ", and the text has changed since: "
                                                + EditionName.brief(library, next)
                                                + " followed."
                                                + stands,
                                        Address.difference(edition.id(), next.id())))
                        .orElseGet(() ->
                                new Changed(
                                        until + "; the library holds no later one." + stands, "")));
    }
}
