package org.plumbline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionReaderTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Can I stay friends with an ex-client? | unspecified former_client friendship unspecified - -
                    May social workers be friends with their clients online? | social_worker current_client friendship electronic - -
                    Could a therapist keep up a friendship with a former patient? | therapist_generic former_client friendship unspecified - -
                    What does the code of ethics say about keeping in touch with former clients? | unspecified former_client personal_communication unspecified - -
                    Are therapists allowed to talk to former patients? | therapist_generic former_client personal_communication unspecified - -
                    Can a lawyer date a client? | lawyer current_client sexual_or_romantic unspecified - -
                    Can my stylist's salon forbid her from dating me? | other current_client sexual_or_romantic unspecified - -
                    Can I hug a client? | unspecified current_client hug in_person - -
                    """)
    void the_first_questions_are_read(String question, String slots) {
        assertThat(Reader.slots(question)).isEqualTo(slots);
        assertThat(Reader.read(question).inScope()).isTrue();
    }

    /// People begin in the middle, and a pattern may match the first word there is.
    @Test
    void wherever_a_question_is_cut_it_is_read() {
        List<Labelled> questions = Labelled.afresh();
        for (int q = 0; q < questions.size(); q += 5) {
            String[] words = questions.get(q).text().split(" ");
            for (int from = 1; from < words.length; from++) {
                String rest = String.join(" ", List.of(words).subList(from, words.length));
                assertThat(Reader.read(rest).slots().act()).as(rest).isNotEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Can I stay friends with an ex-client in Texas? | unspecified former_client friendship unspecified - Texas
                    Under the NASW code, can I stay friends with an ex-client two years after therapy ended? | social_worker former_client friendship unspecified P2Y NASW
                    I'm an LCSW in Ohio. Can I stay friends with an ex-client? | social_worker former_client friendship unspecified - Ohio
                    May social workers in the UK be friends with their clients online? | social_worker current_client friendship electronic - UK
                    Could a BACP therapist keep up a friendship with a former patient? | psychotherapist_uk former_client friendship unspecified - BACP
                    Could a therapist keep up a friendship with a former patient, 18 months after the last session? | therapist_generic former_client friendship unspecified P18M -
                    What does the ACA code of ethics say about keeping in touch with former clients? | counselor former_client personal_communication unspecified - ACA
                    Are therapists in California allowed to talk to former patients? | therapist_generic former_client personal_communication unspecified - California
                    Can a lawyer in New York date a client two years after the case closed? | lawyer former_client sexual_or_romantic unspecified P2Y New York
                    Can a psychologist date a former client two years and a half after therapy ended? | psychologist former_client sexual_or_romantic unspecified P30M -
                    I'm a nurse in Scotland. Can I hug a patient? | nurse current_client hug in_person - Scotland
                    Can a BCBA hug a former client? | behavior_analyst former_client hug in_person - -
                    """)
    void a_place_a_code_a_profession_and_a_time_are_read_beside_them(
            String question, String slots) {
        assertThat(Reader.slots(question)).isEqualTo(slots);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the practitioner | I'm a counselor. Can I date a former client's sister? | counselor client_family sexual_or_romantic
                    the client | Can my therapist hug me? | therapist_generic current_client hug
                    the former client | Can my old counsellor add me on Facebook? | counselor former_client social_media_connection
                    the partner | My husband's therapist asked me out, is that allowed? | therapist_generic client_partner sexual_or_romantic
                    the relative | Can I be friends with my sister's therapist? | therapist_generic client_family friendship
                    the supervisee | My supervisor wants to be Facebook friends. | unspecified supervisee social_media_connection
                    a client of a client's friend | Can a GP date a friend of a patient? | physician client_friend sexual_or_romantic
                    nobody yet | Can my aunt be my therapist? | therapist_generic prospective_client accept_as_client
                    both at once | Can a psychologist treat two siblings separately? | psychologist two_linked_clients treat_linked_people
                    """)
    void the_party_is_read_from_the_professionals_side_whoever_asks(
            String who, String question, String slots) {
        assertThat(Reader.slots(question)).as(who).startsWith(slots);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Can I give my therapist a gift? | gift_receive
                    Can my therapist give me a gift? | gift_give
                    Can I accept a gift from a client? | gift_receive
                    Can I give a client a gift? | gift_give
                    My client gave me a bottle of wine. Can I keep it? | gift_receive
                    """)
    void a_gift_is_read_from_the_professionals_side(String question, String act) {
        assertThat(Reader.read(question).slots().act()).isEqualTo(act);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    two years after therapy ended | P2Y
                    6 months after we terminated | P6M
                    a year and a half later | P18M
                    three weeks after discharge | P3W
                    over 10 years ago | P10Y
                    half a year ago | P6M
                    a couple of years ago | P2Y
                    2yrs out | P2Y
                    """)
    void a_length_of_time_since_the_end_is_read(String when, String length) {
        assertThat(
                        Reader.read("Can a counselor date a former client " + when + "?")
                                .slots()
                                .timeSinceEnd())
                .contains(length);
    }

    @ParameterizedTest
    @CsvSource({
        "Can I hug a client who is 12 years old?",
        "Can I accept a gift from a client after two years of therapy?",
        "I have seen my client for three years. Can I go to her wedding?",
    })
    void a_length_of_something_else_is_no_time_since_the_end(String question) {
        assertThat(Reader.read(question).slots().timeSinceEnd()).isEmpty();
    }

    @Test
    void two_questions_are_both_read() {
        Reading reading =
                Reader.read(
                        "Can a nurse keep a gift from a patient and be friends with the family?");
        assertThat(reading.slots().act()).isEqualTo("gift_receive");
        assertThat(reading.alsoSlots().orElseThrow().act()).isEqualTo("friendship");
        assertThat(reading.alsoSlots().orElseThrow().party()).isEqualTo("client_family");
    }

    @Test
    void every_value_names_the_words_that_caused_it() {
        Reading reading = Reader.read("Can a lawyer in Texas date a former client?");
        assertThat(reading.evidence())
                .extracting(e -> e.slot() + "=" + e.words())
                .contains(
                        "profession=lawyer", "party=a former client", "jurisdiction_or_code=Texas")
                .anyMatch(words -> words.startsWith("act=date"));
        assertThat(reading.evidence())
                .allMatch(e ->
                        "Can a lawyer in Texas date a former client?"
                                .substring(e.from(), e.to())
                                .equals(e.words()));
    }

    @Test
    void a_scenario_holds_only_what_was_read() {
        var scenario = Reader.read("Can a lawyer date a client?").scenario().orElseThrow();
        assertThat(scenario)
                .containsExactly(
                        Map.entry("practitioner", Map.of("profession", "lawyer")),
                        Map.entry(
                                "act",
                                Map.of(
                                        "possibly",
                                        List.of("sexual-contact", "romantic-relationship"))),
                        Map.entry("party", "current-client"),
                        Map.entry("date", "2026-06-01"),
                        Map.entry("rest", "ordinary"));
    }

    @Test
    void a_time_since_the_end_sets_the_end_of_the_service_alone() {
        var scenario =
                Reader.read("NASW: friends with a client two years after therapy ended?")
                        .scenario()
                        .orElseThrow();
        assertThat(scenario.get("facts")).isEqualTo(Map.of("service-ended", "2024-06-01"));
        assertThat(scenario.get("practitioner"))
                .isEqualTo(Map.of("profession", "social-worker", "membership", "nasw"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Can a counselor date a former client's husband? | former-client-partner
                    Can a counselor date a client's husband? | client-partner
                    Can a counselor date the sister of a former client? | former-client-family
                    """)
    void a_tie_to_a_former_client_is_kept_apart_from_one_to_a_current_client(
            String question, String party) {
        assertThat(Reader.read(question).scenario().orElseThrow().get("party")).isEqualTo(party);
    }

    @Test
    void a_generic_therapist_is_any_of_the_professions_of_mental_health() {
        assertThat(
                        Reader.read("Can my shrink hug me?")
                                .scenario()
                                .orElseThrow()
                                .get("practitioner"))
                .isEqualTo(Map.of("profession", Map.of("possibly", "mental-health")));
    }

    @Test
    void a_stylist_is_a_stylist_in_the_scenario() {
        assertThat(
                        Reader.read("Can my stylist's salon forbid her from dating me?")
                                .scenario()
                                .orElseThrow()
                                .get("practitioner"))
                .isEqualTo(Map.of("profession", "hair-stylist"));
    }

    @Test
    void an_act_outside_the_list_gives_no_scenario_but_the_words() {
        Reading reading = Reader.read("Can my case manager be my roommate?");
        assertThat(reading.inScope()).isTrue();
        assertThat(reading.slots().act()).isEqualTo("other");
        assertThat(reading.scenario()).isEmpty();
        assertThat(reading.notUnderstood()).containsExactly("roommate");
        assertThat(reading.trouble().orElseThrow().kind()).isEqualTo(Trouble.Kind.NOT_UNDERSTOOD);
    }
}
