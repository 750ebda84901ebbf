package org.plumbline.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.plumbline.server.PlumblineTest;
import org.plumbline.server.desk.Desk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PlumblineTest
final class AskPageTest {

    @Autowired private MockMvcTester pages;
    @Autowired private Desk desk;

    @Test
    void thePageHasOneHeading() {
        assertThat(pages.get().uri("/")).hasStatusOk().bodyText().containsOnlyOnce("<h1");
    }

    @Test
    void theDayIsThatOfTheTests() {
        assertThat(desk.today()).isEqualTo(LocalDate.of(2026, 6, 1));
    }
}
