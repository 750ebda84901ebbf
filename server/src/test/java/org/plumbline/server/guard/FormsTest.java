package org.plumbline.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.server.PlumblineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@PlumblineTest
class FormsTest {

    @LocalServerPort private int port;
    @Autowired private ApplicationContext context;

    @BeforeEach
    void realTokens() {
        RealTokens.restore(context);
    }

    @Test
    void every_form_that_is_sent_has_a_token() throws Exception {
        List<Forms.Form> forms = new Forms(port).all();
        assertThat(forms).isNotEmpty();
        assertThat(
                        forms.stream()
                                .filter(Forms.Form::posts)
                                .filter(f ->
                                        f.element()
                                                .select("input[type=hidden][name=_csrf]")
                                                .isEmpty()))
                .isEmpty();
    }

    @Test
    void no_form_writes_what_is_typed_into_an_address() throws Exception {
        assertThat(
                        new Forms(port)
                                .all().stream()
                                        .filter(f -> !f.posts())
                                        .filter(f -> !f.typed().isEmpty()))
                .isEmpty();
    }

    @Test
    void no_form_goes_to_another_server() throws Exception {
        assertThat(new Forms(port).all())
                .allSatisfy(form ->
                        assertThat(form.element().absUrl("action"))
                                .startsWith("http://127.0.0.1:" + port + "/"));
    }
}
