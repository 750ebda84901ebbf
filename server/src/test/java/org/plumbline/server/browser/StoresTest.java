package org.plumbline.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plumbline.server.PlumblineTest;

/// What a page leaves behind.
@PlumblineTest
@ExtendWith(Chromium.class)
class StoresTest {

    @Test
    void a_page_leaves_nothing_in_the_browser(Chromium.Running running) {
        try (Opened opened = running.open(true).go(Place.at("codes", "/codes"))) {
            assertThat(
                            opened.page()
                                    .evaluate(
                                            "async () => [localStorage.length, sessionStorage.length,"
                                                    + " (await indexedDB.databases()).length,"
                                                    + " document.cookie.length]"))
                    .isEqualTo(java.util.List.of(0, 0, 0, 0));
        }
    }
}
