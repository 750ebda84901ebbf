package org.plumbline.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.server.PlumblineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What the description calls words is not taken as a number.
@PlumblineTest
final class WrongTypesTest {

    @Autowired private MockMvcTester api;

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "2.5e3"})
    void a_question_that_is_no_text_is_refused(String value) throws Exception {
        var answer =
                api.post()
                        .uri("/api/v1/ask")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"question\":" + value + "}")
                        .exchange();

        assertThat(answer).hasStatus(400);
        assertThat(answer.getResponse().getContentAsString())
                .contains("request.parameter.value", "words in quotation marks");
    }
}
