package org.plumbline.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.plumbline.server.PlumblineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PlumblineTest
final class TryPageTest {

    @Autowired private MockMvcTester pages;
    @Autowired private Operations operations;

    private Document tried(String id, String... namesAndValues) throws Exception {
        var request = pages.post().uri("/api/try/" + id).with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        var result = request.exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    @Test
    void every_operation_has_a_form_whose_example_works() throws Exception {
        for (Operation operation : operations.all()) {
            var form = pages.get().uri("/api/try/" + operation.id()).exchange();
            assertThat(form).hasStatusOk();
            Document page = Jsoup.parse(form.getResponse().getContentAsString());
            var request = pages.post().uri("/api/try/" + operation.id()).with(csrf());
            // As a browser sends the form, with an act, or a comparison takes long.
            for (var field : page.select("form.api-form [name]")) {
                String value =
                        field.is("select")
                                ? field.select("option[selected]").attr("value")
                                : field.is("textarea") ? field.wholeText() : field.val();
                if (field.is("select[name=body-type]") && value.isEmpty()) {
                    value = field.select("option").first().val();
                }
                if (!field.is("[type=checkbox]") && !field.attr("name").equals("_csrf")) {
                    request =
                            request.param(
                                    field.attr("name"),
                                    value.isEmpty() && field.attr("name").equals("act")
                                            ? "sexual-contact"
                                            : value);
                }
            }
            var result = request.exchange();
            Document answer = Jsoup.parse(result.getResponse().getContentAsString());
            assertThat(answer.select("[role=status]").text())
                    .as("%s: %s", operation.id(), answer.select("pre").text())
                    .startsWith("Status 200");
        }
    }

    @Test
    void the_answer_stands_below_with_the_command_that_would_have_asked() throws Exception {
        Document page = tried("ask", "question", "Can I hug a client's wife?", "on", "2026-06-01");
        assertThat(page.select("pre").first().wholeText()).contains("\"in_scope\" : true");
        assertThat(page.select("pre").last().wholeText())
                .isEqualTo(
                        """
                        curl 'http://127.0.0.1:8080/api/v1/ask' \\
                          -H 'Content-Type: application/json' \\
                          --data-binary '{"question":"Can I hug a client'\\''s wife?","on":"2026-06-01"}'\
                        """);
    }

    @Test
    void a_mistake_is_shown_as_a_program_would_get_it() throws Exception {
        Document page = tried("timeline", "act", "dance");
        assertThat(page.select("[role=status]").text()).startsWith("Status 400");
        assertThat(page.select("pre").first().wholeText()).contains("request.parameter.value");
    }

    @Test
    void no_such_operation_has_a_form() {
        assertThat(pages.get().uri("/api/try/dance")).hasStatus(404);
    }
}
