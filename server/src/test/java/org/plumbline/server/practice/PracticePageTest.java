package org.plumbline.server.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.server.PlumblineTest;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.pdf.UaValidator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PlumblineTest
final class PracticePageTest {

    private static final Optional<String> ANY = Optional.empty();

    @Autowired private MockMvcTester pages;
    @Autowired private Desk desk;
    @Autowired private CaseBox box;
    @Autowired private ExerciseMaker maker;

    private Document get(String address, int status) throws Exception {
        var result = pages.get().uri(address).exchange();
        assertThat(result).as(address).hasStatus(status);
        return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    /// The right one is the evaluator's; the three others are answers that it does not give here.
    @Test
    void exactlyOneOfFourIsRightAndTheEvaluatorSaysWhich() {
        List<Exercise> made = maker.first(new Choices(ANY, ANY, ANY, 7), 60);
        assertThat(made).hasSize(60);
        var sentences = new VerdictSentence(desk.library());
        for (Exercise exercise : made) {
            Answer answer =
                    desk.decider()
                            .decide(
                                    exercise.scenario(),
                                    List.of(
                                            desk.library()
                                                    .edition(exercise.edition())
                                                    .orElseThrow()))
                            .answers()
                            .getFirst();
            String headline = sentences.headline(answer);
            assertThat(exercise.choices())
                    .hasSize(4)
                    .extracting(Exercise.Choice::says)
                    .doesNotHaveDuplicates();
            assertThat(exercise.choices()).filteredOn(Exercise.Choice::right).hasSize(1);
            assertThat(exercise.right().says()).as(exercise.id()).startsWith(headline);
            assertThat(exercise.choices())
                    .as(exercise.id())
                    .filteredOn(c -> !c.right())
                    .allSatisfy(c -> {
                        assertThat(c.source()).isNotBlank();
                        assertThat(c.says()).doesNotStartWith(headline + ".");
                    });
        }
    }

    @Test
    void theRationaleCitesAProvisionOfTheTextThatIsThere() {
        int cited = 0;
        for (Exercise exercise : maker.first(new Choices(ANY, ANY, ANY, 11), 40)) {
            var edition = desk.library().edition(exercise.edition()).orElseThrow();
            for (Exercise.Cited provision : exercise.rationale().provisions()) {
                if (edition.provision(provision.number()).isPresent()) {
                    assertThat(edition.provision(provision.number()).get().says())
                            .isEqualTo(provision.says());
                    cited++;
                }
                assertThat(provision.known()).isNotBlank();
            }
            assertThat(exercise.rationale().because()).isNotBlank();
        }
        assertThat(cited).isGreaterThan(25);
    }

    @Test
    void aVariantDiffersByOneFactAndHasAnotherAnswer() {
        int variants = 0;
        for (Exercise exercise : maker.first(new Choices(ANY, ANY, ANY, 5), 45)) {
            for (Exercise variant : maker.variants(exercise, 5)) {
                variants++;
                Change change = variant.change().orElseThrow();
                assertThat(Key.of(variant.decision().answers().getFirst()))
                        .isNotEqualTo(Key.of(exercise.decision().answers().getFirst()));
                assertThat(variant.right().says()).isNotEqualTo(exercise.right().says());
                assertThat(change.says()).endsWith(".");
                Set<String> differing = new HashSet<>();
                variant.scenario()
                        .shared()
                        .forEach((fact, known) -> {
                            if (!known.equals(exercise.scenario().shared().get(fact))) {
                                differing.add(fact);
                            }
                        });
                assertThat(differing.size() + (change.id().equals("later") ? 1 : 0))
                        .as(exercise.id() + " " + change)
                        .isEqualTo(1);
            }
        }
        assertThat(variants).isGreaterThan(10);
    }

    @Test
    void aSeedGivesTheSameExercisesAndAnotherSeedOthers() {
        var choices = new Choices(ANY, ANY, ANY, 3);
        assertThat(maker.first(choices, 10)).isEqualTo(maker.first(choices, 10));
        assertThat(maker.first(new Choices(ANY, ANY, ANY, 4), 10))
                .isNotEqualTo(maker.first(choices, 10));
    }

    @Test
    void whatIsChosenIsWhatIsAsked() {
        var choices =
                new Choices(
                        Optional.of("social-worker"),
                        Optional.of("us"),
                        Optional.of("intimacy"),
                        1);
        List<Exercise> made = maker.first(choices, 12);
        assertThat(made).hasSizeGreaterThan(3);
        for (Exercise exercise : made) {
            var edition = desk.library().edition(exercise.edition()).orElseThrow();
            assertThat(box.professions(edition)).contains("social-worker");
            assertThat(desk.library().bodies().get(edition.body()).country()).isEqualTo("us");
            assertThat(CaseBox.acts(box.cases().get(exercise.id())))
                    .containsAnyElementsOf(desk.library().vocabulary().actLeaves("intimacy"));
        }
    }

    @Test
    void noGeneratedCaseIsToldAsAStory() {
        assertThat(box.cases()).hasSizeGreaterThan(500);
        assertThat(box.cases().keySet()).noneMatch(id -> id.startsWith("generated-"));
    }

    @Test
    void topicsAndProfessionsAreNamesAndNoVerbsStandAlone() throws Exception {
        assertThat(get("/practice?seed=2", 200).select("select option").eachText())
                .contains("Touching the person", "Lending or borrowing money")
                .contains("Marriage and family therapist", "Any (mental health)")
                .contains("District of Columbia")
                .allMatch(name -> Character.isUpperCase(name.charAt(0)));
    }

    @Test
    void aVignetteIsAskedAndThenAnswered() throws Exception {
        Document asked = get("/practice?seed=2&topic=gift&n=2", 200);
        assertThat(asked.select("input[name=answer]")).hasSize(4);
        assertThat(asked.select("input[name=answer][checked]")).isEmpty();
        assertThat(asked.select("#told")).isEmpty();

        Exercise exercise = maker.first(new Choices(ANY, ANY, Optional.of("gift"), 2), 2).getLast();
        Document right =
                get("/practice?seed=2&topic=gift&n=2&answer=" + exercise.right().letter(), 200);
        assertThat(right.selectFirst("#told").text()).isEqualTo("Right");
        String other = exercise.right().letter().equals("a") ? "b" : "a";
        Document wrong = get("/practice?seed=2&topic=gift&n=2&answer=" + other, 200);
        assertThat(wrong.selectFirst("#told").text()).isEqualTo("Not this one");
        assertThat(wrong.text()).contains(exercise.right().says(), exercise.rationale().because());
    }

    @Test
    void aVariantHasAnAddressOfItsOwnAndSaysWhatChanged() throws Exception {
        String address =
                "/practice?case=nasw-search-from-curiosity&edition=nasw-2021&seed=1&answer=a";
        Document page = get(address, 200);
        assertThat(page.select("a[href*=change]").eachText())
                .contains("Someone is in serious, foreseeable and imminent danger*.");

        Document changed =
                get(page.selectFirst("a[href*=change=imminent-harm.true]").attr("href"), 200);

        assertThat(changed.text())
                .contains("What changed: Someone is in serious, foreseeable and imminent danger*.");
        assertThat(changed.select("input[name=change]").attr("value"))
                .isEqualTo("imminent-harm.true");
    }

    @Test
    void whatIsNotInTheLibraryIsRefused() throws Exception {
        for (String query :
                List.of(
                        "seed=x",
                        "seed=0",
                        "n=0",
                        "n=999999",
                        "profession=pirate",
                        "place=mars",
                        "topic=flying")) {
            assertThat(get("/practice?" + query, 400).text()).contains("There is no such vignette");
        }
        for (String query :
                List.of(
                        "case=nothing&edition=nasw-2021",
                        "case=nasw-search-unjudged&edition=aca-2014",
                        "case=nasw-search-unjudged&edition=nasw-2021&change=harm.maybe")) {
            get("/practice?" + query, 404);
        }
        get("/practice/sheet?for=anybody", 400);
        assertThat(get("/practice?topic=power-of-attorney&profession=teacher&place=sg", 200).text())
                .contains("There is no vignette for what you chose");
    }

    @Test
    void theExaminersSheetHasItsKeyOnAPageOfItsOwnAndTheStudentsHasNone() throws Exception {
        Document examiner = get("/practice/sheet?seed=9&count=5&for=examiner", 200);
        Document student = get("/practice/sheet?seed=9&count=5&for=student", 200);
        Document supervisor = get("/practice/sheet?seed=9&count=5&for=supervisor", 200);

        assertThat(examiner.select("section[aria-labelledby=key] .clause")).hasSize(5);
        assertThat(student.select("section[aria-labelledby=key]")).isEmpty();
        assertThat(student.select("section[aria-labelledby=questions]").outerHtml())
                .isEqualTo(examiner.select("section[aria-labelledby=questions]").outerHtml());
        assertThat(supervisor.text()).contains("Answer: ", "What would change it");
    }

    @Test
    void theSheetIsAFileThatConforms() throws Exception {
        var result = pages.get().uri("/practice/sheet.pdf?seed=9&count=3&for=examiner").exchange();
        byte[] pdf = result.getResponse().getContentAsByteArray();

        assertThat(UaValidator.broken(pdf)).isEmpty();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Vignettes", "Key");
        }
    }
}
