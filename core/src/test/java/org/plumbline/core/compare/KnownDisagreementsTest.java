package org.plumbline.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.Codes;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.decide.Search;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Party;

/// Disagreements between texts that people who study them know of: the comparison finds each by
/// itself, and each case it gives is decided alike by the decider.
///
/// A row whose texts are not in the library is skipped and says which is missing.
class KnownDisagreementsTest {

    private static final Library LIBRARY = Codes.library();
    private static final Survey SURVEY = new Survey(LIBRARY);

    /// What must be found between two texts.
    enum Finds {
        /// The one forbids what the other does not.
        STRICTER,
        /// Each forbids what the other does not.
        EACH_STRICTER,
        /// The one requires what the other forbids or advises against.
        OPPOSED,
        /// They answer differently in some case.
        DIFFERENT,
        /// They never differ.
        ALIKE
    }

    /// One row.
    ///
    /// @param known what is known of the two, in our own words
    record Row(String known, String one, String other, String act, String party, Finds finds) {
        @Override
        public String toString() {
            return known + " (" + one + ", " + other + ")";
        }
    }

    private static Row row(
            String known, String one, String other, String act, String party, Finds finds) {
        return new Row(known, one, other, act, party, finds);
    }

    static Stream<Row> rows() {
        String sex = "sexual-contact";
        String former = "former-client";
        return Stream.of(
                row(
                        "US 1: psychiatry never ends its bar, the doctors' association does",
                        "american-psychiatric-2013",
                        "ama-2016",
                        sex,
                        former,
                        Finds.STRICTER),
                row(
                        "US 2: doctors must end care before dating; social workers should not",
                        "ama-2016",
                        "nasw-2021",
                        "end-service",
                        "current-client",
                        Finds.OPPOSED),
                row(
                        "US 2: doctors must end care before dating; Maryland forbids it",
                        "ama-2016",
                        "us-md-10-58-03-09",
                        "end-service",
                        "current-client",
                        Finds.OPPOSED),
                row(
                        "US 2: doctors must end care before dating; Washington forbids it",
                        "ama-2016",
                        "us-wa-246-16-100",
                        "end-service",
                        "current-client",
                        Finds.OPPOSED),
                row(
                        "US 2: California's crime is committed by ending the service for it",
                        "us-ca-bpc-729",
                        "ama-2016",
                        sex,
                        former,
                        Finds.STRICTER),
                row(
                        "US 2: Florida's crime likewise",
                        "us-fl-491-0112",
                        "ama-2016",
                        sex,
                        former,
                        Finds.STRICTER),
                row(
                        "US 3: an earlier sexual tie is the lawyer's exception, the counselor's bar",
                        "aca-2014",
                        "aba-model-rules",
                        "accept-as-client",
                        "",
                        Finds.STRICTER),
                row(
                        "US 3: the same, psychologists",
                        "apa-2017",
                        "aba-model-rules",
                        "accept-as-client",
                        "",
                        Finds.STRICTER),
                row(
                        "US 3: the same, social workers advise against it",
                        "nasw-2021",
                        "aba-model-rules",
                        "accept-as-client",
                        "",
                        Finds.DIFFERENT),
                row(
                        "US 4: Texas counselors have five years, family therapists none",
                        "us-tx-681-38",
                        "us-tx-801",
                        sex,
                        former,
                        Finds.DIFFERENT),
                row(
                        "US 4: Texas counselors, against the civil statute",
                        "us-tx-681-38",
                        "us-tx-cprc-81",
                        sex,
                        former,
                        Finds.DIFFERENT),
                row(
                        "US 4: Wisconsin's board bars for ever, its crime while it lasts",
                        "us-wi-mpsw-20",
                        "us-wi-940-22",
                        sex,
                        former,
                        Finds.STRICTER),
                row(
                        "US 4: Minnesota's civil law and its crime",
                        "us-mn-604-20",
                        "us-mn-609-341",
                        sex,
                        former,
                        Finds.DIFFERENT),
                row(
                        "US 5: consent is needed in Texas and no defence in California",
                        "us-tx-681-38",
                        "us-ca-bpc-729",
                        sex,
                        former,
                        Finds.DIFFERENT),
                row(
                        "US 6: counselors count from the last contact, psychologists from the end",
                        "aca-2014",
                        "apa-2017",
                        sex,
                        former,
                        Finds.EACH_STRICTER),
                row(
                        "US 6: Utah counts from the recorded termination",
                        "us-ut-156-60c-502",
                        "aca-2014",
                        sex,
                        former,
                        Finds.DIFFERENT),
                row(
                        "US 6: Kentucky counts from the last service",
                        "us-ky-23-080",
                        "apa-2017",
                        sex,
                        former,
                        Finds.DIFFERENT),
                row(
                        "US 6: Pennsylvania counts from the end of the professional relationship",
                        "us-pa-47-63",
                        "aca-2014",
                        sex,
                        former,
                        Finds.DIFFERENT),
                row(
                        "US 7: Kentucky keeps a former client a client; social workers' code does not",
                        "us-ky-23-080",
                        "nasw-2021",
                        sex,
                        former,
                        Finds.STRICTER),
                row(
                        "US 7: Florida deems the relationship to go on",
                        "us-fl-64b4-10",
                        "nasw-2021",
                        sex,
                        former,
                        Finds.STRICTER),
                row(
                        "US 8: Ohio makes an agency's client everybody's, the lawyers not for sex",
                        "us-oh-4757-5-04",
                        "aba-model-rules",
                        sex,
                        "agency-client",
                        Finds.STRICTER),
                row(
                        "US 9: Delaware adopts the social workers' code as it is",
                        "us-de-3900",
                        "nasw-2021",
                        sex,
                        former,
                        Finds.ALIKE),
                row(
                        "US 9: Massachusetts adopts several codes at once",
                        "us-ma-262-cmr-8",
                        "aca-2014",
                        sex,
                        former,
                        Finds.DIFFERENT),
                row(
                        "US 9: Massachusetts psychologists adopt theirs",
                        "us-ma-251-cmr-1",
                        "apa-2017",
                        sex,
                        "current-client",
                        Finds.ALIKE),
                row(
                        "US 10: counselors' former clients, one rule under two numbers in 2005 and 2014",
                        "aca-2014",
                        "aca-2005",
                        sex,
                        former,
                        Finds.ALIKE),
                row(
                        "US 10: counselors' former clients, 1995 and 2005",
                        "aca-2005",
                        "aca-1995",
                        sex,
                        former,
                        Finds.DIFFERENT),
                row(
                        "C1: Ontario's statute bars for one year, the college's policy for five",
                        "ca-on-crpo-policy",
                        "ca-on-rhpa",
                        sex,
                        former,
                        Finds.STRICTER),
                row(
                        "C2: Ontario's exception for a spouse, and a college that has not opted in",
                        "ca-on-cmto-notice",
                        "ca-on-rhpa",
                        sex,
                        "",
                        Finds.DIFFERENT),
                row(
                        "C3: ending the relationship: a duty for one regulator, wrong for another",
                        "hcpc-guidance",
                        "gmc-2024",
                        "end-service",
                        "current-client",
                        Finds.DIFFERENT),
                row(
                        "C4: a crime where there is a mental disorder, whatever an association says",
                        "gb-soa-2003",
                        "ncps-2023",
                        sex,
                        "current-client",
                        Finds.DIFFERENT),
                row(
                        "C5: the same item number, another content",
                        "bacp-2018",
                        "bacp-2016",
                        sex,
                        former,
                        Finds.DIFFERENT),
                row(
                        "C6: two years, and a board that removed them",
                        "aps-2007",
                        "psyba-2025",
                        sex,
                        former,
                        Finds.DIFFERENT),
                row(
                        "C7: a counsellors' association bars even friendship for two years",
                        "aca-au-current",
                        "psyba-2025",
                        "friendship",
                        former,
                        Finds.DIFFERENT),
                row(
                        "C9: no number of days in one country, one year in another",
                        "ca-on-cno-guidance",
                        "gmc-2024",
                        sex,
                        former,
                        Finds.DIFFERENT),
                row(
                        "C11: hugging counts as sexual touching there and not here",
                        "ca-on-ocswssw-current",
                        "gscc-guidance-2011",
                        "hug",
                        "",
                        Finds.DIFFERENT),
                row(
                        "C12: Alberta's patient includes supervisees, Ontario's statute does not",
                        "ca-ab-cap-current",
                        "ca-on-rhpa",
                        sex,
                        "supervisee",
                        Finds.DIFFERENT),
                row(
                        "C13: Ontario's social workers have a longer rule of their own",
                        "ca-on-ocswssw-current",
                        "ca-on-rhpa",
                        sex,
                        former,
                        Finds.DIFFERENT),
                row(
                        "C15: Scotland's code defers to the employer's policy on gifts",
                        "sssc-current",
                        "glen-care-home-2026",
                        "gift-receive",
                        "current-client",
                        Finds.DIFFERENT),
                row(
                        "C16: two associations bind one person",
                        "pacfa-2017",
                        "aca-au-current",
                        sex,
                        former,
                        Finds.DIFFERENT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void the_comparison_finds_it_by_itself(Row row) {
        Edition one = edition(row.one());
        Edition other = edition(row.other());
        Optional<Party> party =
                Optional.ofNullable(LIBRARY.vocabulary().parties().get(row.party()));
        Comparison comparison =
                Comparison.of(SURVEY, one, other, List.of(row.act()), party, Limit.AMPLE);
        assertThat(comparison.acts()).allMatch(a -> a.undetermined().isEmpty());
        List<Comparison.Point> points =
                comparison.acts().stream().flatMap(a -> a.points().stream()).toList();
        switch (row.finds()) {
            case STRICTER -> assertThat(points).anyMatch(KnownDisagreementsTest::stricter);
            case EACH_STRICTER -> {
                assertThat(points).anyMatch(KnownDisagreementsTest::stricter);
                assertThat(points)
                        .anyMatch(p -> FORBIDS.contains(p.there()) && !FORBIDS.contains(p.here()));
                assertThat(comparison.stricter()).allMatch(s -> s.answer() instanceof Search.Case);
            }
            case OPPOSED ->
                    assertThat(points)
                            .anyMatch(p ->
                                    p.here() == Headline.REQUIRED
                                            && (FORBIDS.contains(p.there())
                                                    || p.there() == Headline.ADVISED_AGAINST));
            case DIFFERENT -> assertThat(points).isNotEmpty();
            case ALIKE -> assertThat(comparison.alike()).isTrue();
        }
        points.forEach(p -> replay(one, other, p));
    }

    private static final Set<Headline> FORBIDS =
            Set.of(Headline.PROHIBITED, Headline.CONTESTED, Headline.DILEMMA);

    private static boolean stricter(Comparison.Point point) {
        return FORBIDS.contains(point.here()) && !FORBIDS.contains(point.there());
    }

    /// With what the case says and nothing more, the decider gives the headline that was told, and no
    /// other but where the case rests on a reading of the text.
    private static void replay(Edition one, Edition other, Comparison.Point point) {
        new Decider(LIBRARY)
                .decide(point.witness().scenario(), List.of(one, other))
                .answers()
                .forEach(answer -> {
                    Headline told = answer.edition().equals(one) ? point.here() : point.there();
                    if (answer.headlines().contains(Headline.NOT_IN_FORCE)) {
                        return;
                    }
                    assertThat(answer.headlines()).contains(told);
                    if (!point.witness().readings().containsKey(answer.edition().id())
                            && !answer.headlines().contains(Headline.NOT_BOUND)) {
                        assertThat(answer.headlines())
                                .as("%s in: %s", answer.edition().id(), point.story())
                                .containsExactly(told);
                    }
                });
    }

    private static Edition edition(String id) {
        Optional<Edition> edition = LIBRARY.edition(id);
        assumeTrue(edition.isPresent(), () -> "`" + id + "` is not in the library");
        return edition.orElseThrow();
    }

    @Test
    void what_people_know_of_is_not_all_missing() {
        assertThat(
                        rows().filter(r ->
                                LIBRARY.edition(r.one()).isPresent()
                                        && LIBRARY.edition(r.other()).isPresent()))
                .hasSizeGreaterThanOrEqualTo(20);
    }

    /// One text, two kinds of person: the counsellors' item on former clients does not reach former
    /// supervisees, though it names them (C8).
    @Test
    void one_item_speaks_of_former_clients_and_not_of_former_supervisees() {
        Edition bacp = edition("bacp-2018");
        var people =
                Stream.of("former-client", "former-supervisee")
                        .map(LIBRARY.vocabulary().parties()::get)
                        .toList();
        Matrix matrix =
                Matrix.ofPeople(
                        new Decider(LIBRARY),
                        bacp,
                        List.of("sexual-contact"),
                        people,
                        java.time.LocalDate.of(2026, 6, 1));
        var cells = matrix.rows().getFirst().cells();
        assertThat(cells.getFirst().provisions()).anyMatch(p -> p.startsWith("37"));
        assertThat(cells.getFirst().headlines()).isNotEqualTo(cells.getLast().headlines());
    }
}
