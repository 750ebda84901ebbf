package org.plumbline.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.plumbline.answer.policy.Policies;
import org.plumbline.answer.policy.PolicyCheck;
import org.plumbline.answer.policy.PolicyCheck.Weight;
import org.plumbline.answer.policy.PolicyForm;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.scenario.Known;
import org.plumbline.server.PlumblineTest;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.pdf.UaValidator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PlumblineTest
final class PolicyPageTest {

    @Autowired private MockMvcTester pages;
    @Autowired private Desk desk;

    private Document get(String address, int status) throws Exception {
        var result = pages.get().uri(address).exchange();
        assertThat(result).as(address).hasStatus(status);
        return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private PolicyForm form() {
        return ((Loaded.Sound<PolicyForm>) Policies.form(desk.open())).value();
    }

    private List<PolicyCheck.Remark> remarks(String topic, String choice, String profession) {
        return new PolicyCheck(desk.decider(), Known.Range.of(desk.today()))
                .remarks(
                        form().topics().stream()
                                .filter(t -> t.id().equals(topic))
                                .findFirst()
                                .orElseThrow()
                                .choice(choice)
                                .orElseThrow(),
                        new PolicyCheck.Practice(
                                Optional.of(profession), Optional.empty(), List.of()));
    }

    /// The choices that a practice would rather not make still say what they permit.
    @Test
    void everyTopicIsThereAndEveryChoiceIsTiedToSomething() {
        assertThat(form().topics())
                .extracting(PolicyForm.Topic::id)
                .containsExactly(
                        "current-clients",
                        "former-clients",
                        "relatives",
                        "messages",
                        "searching",
                        "reviews",
                        "location",
                        "contacts",
                        "groups",
                        "profiles",
                        "telehealth",
                        "ai",
                        "crisis",
                        "staff",
                        "notice");
        for (PolicyForm.Topic topic : form().topics()) {
            assertThat(topic.choices()).as(topic.id()).hasSizeGreaterThan(1);
            assertThat(topic.choices().getFirst().serves()).as(topic.id()).isNotEmpty();
            for (PolicyForm.Choice choice : topic.choices()) {
                assertThat(choice.serves().size() + choice.permits().size())
                        .as(topic.id() + " " + choice.id())
                        .isPositive();
            }
        }
    }

    @Test
    void professionsAndPlacesStandInOrderByTheirNames() throws Exception {
        assertThat(get("/policy", 200).select("select option").eachText())
                .containsSubsequence("Marriage and family therapist", "Massage therapist")
                .containsSubsequence("Northern Ireland", "Northern Territory", "Nova Scotia")
                .allMatch(name -> Character.isUpperCase(name.charAt(0)));
    }

    @Test
    void nothingIsChosenBeforehand() throws Exception {
        Document page = get("/policy", 200);

        assertThat(page.select("input[type=radio]")).hasSizeGreaterThan(30);
        assertThat(page.select("input[checked], .sheet")).isEmpty();
        assertThat(page.select("#profession option[selected]")).isEmpty();
    }

    @Test
    void aChoiceThatABindingTextForbidsIsSaidToBeSo() throws Exception {
        assertThat(remarks("current-clients", "accept", "counselor"))
                .anySatisfy(r -> {
                    assertThat(r.weight()).isEqualTo(Weight.FORBIDS);
                    assertThat(r.says()).contains("ACA 2014", "A.5.e", "forbids");
                });
        assertThat(remarks("current-clients", "accept", "social-worker"))
                .anySatisfy(r -> assertThat(r.weight()).isEqualTo(Weight.ADVISES_AGAINST));
        assertThat(remarks("current-clients", "decline", "counselor")).isEmpty();

        Document page = get("/policy?profession=counselor&current-clients=accept", 200);
        assertThat(page.select("label[for=current-clients-accept]").text())
                .contains("ACA 2014 forbids what this permits");
        assertThat(page.select("label[for=current-clients-decline] .offer-mark")).isEmpty();
        assertThat(page.selectFirst(".sheet").text())
                .contains(
                        "One section goes against a text", "Against this: ACA 2014 A.5.e forbids");
    }

    /// The sound choice of each topic has nothing against it under the texts that lead for those whom
    /// the form is written for.
    @Test
    void theFirstChoiceOfEachTopicGoesAgainstNoLeadingText() {
        List<String> against = new ArrayList<>();
        for (String profession :
                List.of("social-worker", "counselor", "psychologist", "psychotherapist")) {
            for (PolicyForm.Topic topic : form().topics()) {
                remarks(topic.id(), topic.choices().getFirst().id(), profession).stream()
                        .filter(r -> Set.of(Weight.FORBIDS, Weight.MAY_FORBID).contains(r.weight()))
                        .forEach(r -> against.add(profession + " " + topic.id() + ": " + r.says()));
            }
        }
        assertThat(against).isEmpty();
    }

    @Test
    void theEmergencyExceptionStandsWhereCuriosityDoesNot() {
        assertThat(remarks("searching", "free", "social-worker"))
                .anySatisfy(r -> {
                    assertThat(r.weight()).isEqualTo(Weight.ADVISES_AGAINST);
                    assertThat(r.provisions()).contains("1.07(q)");
                });
        assertThat(remarks("searching", "emergency-only", "social-worker"))
                .isNotEmpty()
                .noneMatch(r -> r.weight().compareTo(Weight.ASKS) < 0);
        // That code knows no emergency.
        assertThat(remarks("searching", "emergency-only", "counselor"))
                .anySatisfy(r -> {
                    assertThat(r.weight()).isEqualTo(Weight.MAY_FORBID);
                    assertThat(r.provisions()).contains("H.6.c");
                });
    }

    @Test
    void aSilenceIsNeverPassedOffAsPermission() {
        assertThat(remarks("profiles", "one", "behavior-analyst"))
                .isNotEmpty()
                .filteredOn(r -> r.weight() == Weight.SILENT)
                .allSatisfy(r -> assertThat(r.says()).contains("This is not permission."));
    }

    @Test
    void eachClauseNamesProvisionsThatTheLibraryHas() throws Exception {
        Document page =
                get(
                        "/policy?profession=social-worker&place=us-oh&current-clients=decline&crisis=numbers",
                        200);

        assertThat(page.selectFirst(".sheet").text())
                .contains(
                        "Serves NASW 2021 1.06(h), Personal relationships on social networks; ACA 2014 A.5.e,")
                .contains("social workers in Ohio", "Not decided", "Requests from former clients;");
    }

    @Test
    void anAddressWithAnotherWordIsRefused() throws Exception {
        for (String query :
                List.of(
                        "current-clients=marry",
                        "profession=pirate",
                        "place=mars",
                        "practice=Mary%20Jones")) {
            Document page = get("/policy?" + query, 400);
            assertThat(page.text()).contains("There is a problem").doesNotContain("Jones");
            assertThat(pages.get().uri("/policy/policy.pdf?" + query).exchange()).hasStatus(400);
        }
        assertThat(pages.get().uri("/policy/policy.html").exchange()).hasStatus(400);
    }

    @Test
    void theFilesHoldWhatThePageHolds() throws Exception {
        StringBuilder query = new StringBuilder("profession=counselor");
        form().topics()
                .forEach(t ->
                        query.append('&')
                                .append(t.id())
                                .append('=')
                                .append(t.choices().getFirst().id()));
        String policy = get("/policy?" + query, 200).selectFirst(".sheet").text();

        byte[] pdf =
                pages.get()
                        .uri("/policy/policy.pdf?" + query)
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray();
        var words = pages.get().uri("/policy/policy.html?" + query).exchange().getResponse();

        assertThat(UaValidator.broken(pdf)).isEmpty();
        assertThat(words.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"policy.html\"");
        Document word = Jsoup.parse(words.getContentAsString(StandardCharsets.UTF_8));
        assertThat(word.select("script, link, img, [style], [href], [src]")).isEmpty();
        assertThat(word.charset()).isEqualTo(StandardCharsets.UTF_8);
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            for (PolicyForm.Topic topic : form().topics()) {
                String clause = topic.choices().getFirst().clause();
                assertThat(policy).contains(clause);
                assertThat(word.text()).contains(clause);
                assertThat(text).contains(clause.substring(0, 40), topic.title());
            }
        }
    }

    /// Whoever says of which bodies they are members is shown the codes of those.
    @Test
    void theCodesOfTheBodiesThatWereChosenAreLookedAt() throws Exception {
        Document page = get("/policy?membership=aca&membership=nasw&current-clients=accept", 200);

        assertThat(page.select("input[name=membership][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder("aca", "nasw");
        assertThat(page.select("details.bodies").hasAttr("open")).isFalse();
        assertThat(page.select("details.bodies > summary").text())
                .contains(
                        "American Counseling Association",
                        "National Association of Social Workers");
        String policy = page.selectFirst(".sheet").text();
        assertThat(policy)
                .contains(
                        "American Counseling Association and National Association of Social Workers",
                        "Against this: ACA 2014 A.5.e forbids",
                        "NASW 2021 1.06(h)")
                .doesNotContain("APA 2017");
        assertThat(page.select("a[href*=policy.pdf]").attr("href")).contains("membership=aca.nasw");
        assertThat(
                        get("/policy?membership=aca.nasw&current-clients=accept", 200)
                                .selectFirst(".sheet")
                                .text())
                .isEqualTo(policy);
        assertThat(get("/policy?membership=pirates", 400).text()).contains("There is a problem");
    }

    @Test
    void theProvisionsOfAClauseLeadToTheirPagesHereAndNowhereFromAFile() throws Exception {
        String chosen = "?profession=social-worker&current-clients=decline&crisis=numbers";

        var links = get("/policy" + chosen, 200).select(".clause a").eachAttr("href");
        assertThat(links).hasSizeGreaterThan(2).contains("/codes/nasw-2021/1.06(h)");
        for (String link : links) {
            get(link, 200);
        }
        assertThat(get("/policy/policy.html" + chosen, 200).select("a")).isEmpty();
    }

    @Test
    void whereTopicsAreFoldedWhatWasChosenAndWhatSpeaksAgainstItStandOutside() throws Exception {
        Document page = get("/policy?profession=counselor&current-clients=accept", 200);

        assertThat(page.select(".topic-fold")).hasSameSizeAs(form().topics());
        assertThat(page.select(".topic-fold > summary").eachText())
                .anyMatch(t -> t.startsWith("Requests from current clients: Accepted"))
                .anyMatch(t -> t.equals("In a crisis: Not decided"));
        assertThat(page.select(".topic-fold > summary .error-text").eachText()).hasSize(1);
    }
}
