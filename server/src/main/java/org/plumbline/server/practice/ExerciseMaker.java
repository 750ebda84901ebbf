package org.plumbline.server.practice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.explain.ConditionSentence;
import org.plumbline.core.explain.EditionName;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.server.desk.Desk;
import org.springframework.stereotype.Component;

/// Makes exercises out of cases. The same choices and the same seed give the same exercises, in the
/// same order, with the same four answers.
@Component
public class ExerciseMaker {

    private static final int ANSWERS = 4;

    /// How many neighbours are looked at for wrong answers before a case is passed over.
    private static final int TRIED = 60;

    private static final String LETTERS = "abcd";

    private final Desk desk;
    private final CaseBox box;

    /// What each case answers under each text, once it has been asked: small, and never other.
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    /// An answer as it is offered.
    private record Told(Key key, String words) {}

    public ExerciseMaker(Desk desk, CaseBox box) {
        this.desk = desk;
        this.box = box;
    }

    /// The first exercises of a seed.
    ///
    /// @param most how many are wanted; fewer where there are no more
    public List<Exercise> first(Choices choices, int most) {
        List<Exercise> made = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        List<CaseBox.Story> stories = shuffled(box.stories(choices), choices.seed());
        for (CaseBox.Story story : stories) {
            if (made.size() == most) {
                break;
            }
            if (!told.contains(story.vignette().id())) {
                make(story, Optional.empty(), choices.seed())
                        .ifPresent(exercise -> {
                            told.add(exercise.id());
                            made.add(exercise);
                        });
            }
        }
        return made;
    }

    /// One exercise of a case under a text, as written or with one fact changed; empty where there is
    /// none.
    public Optional<Exercise> one(String id, String edition, Optional<String> change, long seed) {
        Vignette vignette = box.cases().get(id);
        Optional<Edition> text =
                desk.library()
                        .edition(edition)
                        .filter(e -> vignette != null && vignette.expect().containsKey(e.id()));
        if (vignette == null || text.isEmpty()) {
            return Optional.empty();
        }
        var story = new CaseBox.Story(vignette, text.get());
        if (change.isEmpty()) {
            return make(story, Optional.empty(), seed);
        }
        return variants(story).stream()
                .filter(v -> v.change().id().equals(change.get()))
                .findFirst()
                .flatMap(v -> make(story, Optional.of(v), seed));
    }

    /// Exercises that differ from one by a single fact and have another answer; none of a variant.
    public List<Exercise> variants(Exercise exercise, long seed) {
        Vignette vignette = box.cases().get(exercise.id());
        if (exercise.change().isPresent() || vignette == null) {
            return List.of();
        }
        var story =
                new CaseBox.Story(
                        vignette, desk.library().edition(exercise.edition()).orElseThrow());
        return variants(story).stream()
                .flatMap(variant -> make(story, Optional.of(variant), seed).stream())
                .toList();
    }

    private List<Variants.Variant> variants(CaseBox.Story story) {
        return new Variants(desk.decider()).of(story.vignette().scenario(), story.edition());
    }

    // ── One exercise ────────────────────────────────────────────────────────────────────────

    private Optional<Exercise> make(
            CaseBox.Story story, Optional<Variants.Variant> variant, long seed) {
        Scenario scenario =
                variant.map(Variants.Variant::scenario).orElse(story.vignette().scenario());
        Decision decision = desk.decider().decide(scenario, List.of(story.edition()));
        Answer answer = decision.answers().getFirst();
        if (!Key.of(answer).speaks() || answer.verified().equals("illustrative")) {
            return Optional.empty();
        }
        String salt =
                story.vignette().id()
                        + story.edition().id()
                        + variant.map(v -> v.change().id()).orElse("");
        var random = new Random(seed * 31 + salt.hashCode());
        List<Exercise.Choice> choices = choices(story, answer, variant.isPresent(), random);
        if (choices.size() < ANSWERS) {
            return Optional.empty();
        }
        Library library = desk.library();
        return Optional.of(
                new Exercise(
                        story.vignette().id(),
                        story.edition().id(),
                        scenario,
                        variant.map(Variants.Variant::change),
                        variant.isPresent() ? "" : heading(story.vignette()),
                        new ScenarioSentence(library.vocabulary()).of(scenario),
                        new Exercise.Text(
                                EditionName.brief(library, story.edition()),
                                story.edition().title()),
                        decision,
                        choices,
                        rationale(answer, variant.isPresent() ? "" : because(story.vignette()))));
    }

    /// A title that leans on the case before it says nothing by itself.
    private static String heading(Vignette vignette) {
        String title = vignette.title();
        return title.matches("(?i)(the (same|other)|and |now |again|as before|but |or |another).*")
                        || title.matches(".*\\bthe same\\b.*")
                ? ""
                : title;
    }

    /// What whoever wrote the case said of it, which may be about another of its texts.
    private static String because(Vignette vignette) {
        return vignette.expect().size() == 1
                ? vignette.because()
                : "Of this case under several texts: " + vignette.because();
    }

    private Exercise.Rationale rationale(Answer answer, String because) {
        var sentences = new VerdictSentence(desk.library());
        return new Exercise.Rationale(
                answer.provisions().stream()
                        .map(g ->
                                new Exercise.Cited(
                                        g.cite(),
                                        g.provision().title(),
                                        g.provision().says(),
                                        VerdictSentence.verified(g.provision().verified().word())))
                        .toList(),
                sentences.meaning(answer),
                because,
                VerdictSentence.verified(answer.verified()));
    }

    // ── Four answers ────────────────────────────────────────────────────────────────────────

    private List<Exercise.Choice> choices(
            CaseBox.Story story, Answer right, boolean changed, Random random) {
        Map<Key, String[]> found = new LinkedHashMap<>();
        found.put(Key.of(right), new String[] {words(right), ""});
        if (changed) {
            wrong(
                    new CaseBox.Story(story.vignette(), story.edition()),
                    found,
                    "the same text to the case before it was changed.");
        }
        int tried = 0;
        for (CaseBox.Story near : neighbours(story, random)) {
            if (found.size() == ANSWERS || tried++ == TRIED) {
                break;
            }
            wrong(near, found, source(near, story));
        }
        List<String[]> four = new ArrayList<>(found.values());
        Collections.shuffle(four, random);
        List<Exercise.Choice> choices = new ArrayList<>();
        for (int i = 0; i < four.size(); i++) {
            choices.add(
                    new Exercise.Choice(
                            LETTERS.substring(i, i + 1),
                            four.get(i)[0],
                            four.get(i)[1].isEmpty(),
                            four.get(i)[1]));
        }
        return choices;
    }

    private void wrong(CaseBox.Story near, Map<Key, String[]> found, String source) {
        Told it =
                told.computeIfAbsent(
                        near.vignette().id() + " " + near.edition().id(), _ -> told(near));
        if (it.key().speaks()
                && found.keySet().stream().noneMatch(it.key()::mistakable)
                && found.values().stream().noneMatch(known -> known[0].equals(it.words()))) {
            found.put(it.key(), new String[] {it.words(), source});
        }
    }

    private Told told(CaseBox.Story story) {
        Answer answer =
                desk.decider()
                        .decide(story.vignette().scenario(), List.of(story.edition()))
                        .answers()
                        .getFirst();
        return new Told(Key.of(answer), words(answer));
    }

    /// Cases whose answers somebody could mistake for this one's: the same text on the same act, other
    /// texts on the same act, the same text on other acts. Each kind in an order of its own.
    private List<CaseBox.Story> neighbours(CaseBox.Story story, Random random) {
        Set<String> acts = CaseBox.acts(story.vignette());
        List<CaseBox.Story> closest = new ArrayList<>();
        List<CaseBox.Story> close = new ArrayList<>();
        List<CaseBox.Story> near = new ArrayList<>();
        for (CaseBox.Story other : box.all()) {
            boolean same = other.edition().id().equals(story.edition().id());
            boolean alike = CaseBox.acts(other.vignette()).stream().anyMatch(acts::contains);
            boolean itself = same && other.vignette().id().equals(story.vignette().id());
            if (itself) {
                continue;
            }
            if (same && alike) {
                closest.add(other);
            } else if (alike) {
                close.add(other);
            } else if (same) {
                near.add(other);
            }
        }
        Collections.shuffle(closest, random);
        Collections.shuffle(close, random);
        Collections.shuffle(near, random);
        List<CaseBox.Story> all = new ArrayList<>(closest.subList(0, Math.min(20, closest.size())));
        all.addAll(close.subList(0, Math.min(20, close.size())));
        all.addAll(near.subList(0, Math.min(20, near.size())));
        return all;
    }

    private String source(CaseBox.Story near, CaseBox.Story story) {
        if (near.vignette().id().equals(story.vignette().id())) {
            return EditionName.brief(desk.library(), near.edition()) + " to this very case.";
        }
        return "%s to another case: %s"
                .formatted(
                        EditionName.brief(desk.library(), near.edition()),
                        new ScenarioSentence(desk.library().vocabulary())
                                .of(near.vignette().scenario()));
    }

    /// An answer as it is offered: the headline with its day, and what whoever acts must or should do.
    private String words(Answer answer) {
        boolean never =
                answer.settled()
                        && answer.headlines().contains(Headline.PROHIBITED)
                        && answer.lifts().orElse(null) instanceof Lifts.Never;
        String headline =
                new VerdictSentence(desk.library()).headline(answer)
                        + (never ? ", and time alone does not lift it." : ".");
        if (!answer.settled() || answer.duties().isEmpty()) {
            return headline;
        }
        var conditions = new ConditionSentence(desk.library().vocabulary());
        List<String> duties =
                answer.duties().stream().map(d -> conditions.duty(d.id())).distinct().toList();
        return headline + " Duties: " + String.join("; ", duties) + ".";
    }

    private static List<CaseBox.Story> shuffled(List<CaseBox.Story> stories, long seed) {
        List<CaseBox.Story> all = new ArrayList<>(stories);
        Collections.shuffle(all, new Random(seed));
        return all;
    }
}
