package org.plumbline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A message about harm gets help first, however it is put; a question that only sounds so does not.
class UrgentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to kill myself",
                "i wanna kms",
                "i wnat to die",
                "feeling sucidal and my therapist isnt picking up",
                "thinking about ending things for good",
                "I'm going to off myself",
                "no one would miss me if i was gone",
                "im so done with life",
                "i dont feel like living any more",
                "I cant do this anymore i just want it to be over",
                "I took all my pills",
                "i cut myself again last night",
                "cut my wrists",
                "I might hurt my kids",
                "my husband hits me and our counselor knows",
                "I am being abused by my stepdad",
                "he said he wil shoot up the school",
                "my client says she'll end it tonight",
                "my client told me she wants to kill herself, can I tell her mother?",
                "my patient is going to hurt his wife, do I have to warn her?",
                "shes gonna hrut herself",
                "My client is suicidal. Can I hug her?"
            })
    void help_comes_first_and_no_code_answers(String text) {
        Reading reading = Reader.read(text);
        assertThat(reading.inScope()).isFalse();
        assertThat(reading.parts()).isEmpty();
        Trouble trouble = reading.trouble().orElseThrow();
        assertThat(trouble.kind()).isEqualTo(Trouble.Kind.CRISIS);
        assertThat(trouble.helpLines()).isNotEmpty();
        assertThat(trouble.because()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This paperwork is killing me. Can I accept a gift from a client?",
                "my client died by suicide, can I go to the funeral?",
                "I was abused as a child. can my therapist hug me?",
                "My therapist hits on me",
                "I would die for my therapist lol can I hug her",
                "I killed it at work today, can I date my therapist"
            })
    void what_only_sounds_so_is_answered(String text) {
        assertThat(Reader.read(text).inScope()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Texas, 988",
        "Canada, 988",
        "London, 116 123",
        "Ireland, 116 123",
        "Australia, 13 11 14",
        "New Zealand, 1737",
        "Germany, 0800 111 0 111"
    })
    void the_line_of_the_place_stands_first(String place, String call) {
        Trouble trouble =
                Reader.read("i am in " + place + " and want to die").trouble().orElseThrow();
        assertThat(trouble.helpLines().getFirst().call()).isEqualTo(call);
    }

    @Test
    void so_does_the_line_of_the_place_of_a_code() {
        Trouble trouble =
                Reader.read("AHPRA psychologist. my client wants to die").trouble().orElseThrow();
        assertThat(trouble.helpLines().getFirst().call()).isEqualTo("13 11 14");
    }
}
