package org.plumbline.server.problem;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.server.PlumblineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PlumblineTest
class ProblemPageTest {

    @Autowired private MockMvc mvc;

    private static MockHttpServletRequestBuilder failed(int status, String address) {
        return get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, address)
                .requestAttr(
                        RequestDispatcher.ERROR_EXCEPTION,
                        new IllegalStateException("secret words"))
                .requestAttr(RequestDispatcher.ERROR_MESSAGE, "secret words");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400 | That address was not understood
                    403 | This form has expired
                    404 | There is no such page
                    405 | cannot be asked in that way
                    413 | more than is read at once
                    421 | does not go by that name
                    429 | Too much at once
                    500 | Something is wrong on our side
                    503 | Something is wrong on our side
                    418 | That could not be answered
                    """)
    void each_error_has_its_words_and_none_of_the_request(int code, String words) throws Exception {
        mvc.perform(failed(code, "/codes/secret words"))
                .andExpect(status().is(code))
                .andExpect(content().string(containsString(words)))
                .andExpect(content().string(not(containsString("secret"))));
    }

    @Test
    void a_fault_shows_its_reference_and_nothing_else() throws Exception {
        mvc.perform(failed(500, "/answer").requestAttr("plumbline.reference", "0badcafe"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(containsString("0badcafe")))
                .andExpect(content().string(containsString("do not act on one")))
                .andExpect(content().string(not(containsString("Exception"))));
    }

    @Test
    void a_program_gets_problem_details() throws Exception {
        mvc.perform(failed(413, "/api/v1/read"))
                .andExpect(status().is(413))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.status").value(413))
                .andExpect(jsonPath("$.title").isNotEmpty())
                .andExpect(
                        jsonPath("$.findings[0].expected")
                                .value("a body within the limit of the operation"))
                .andExpect(content().string(not(containsString("secret"))));
    }
}
