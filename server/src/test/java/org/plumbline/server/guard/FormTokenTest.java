package org.plumbline.server.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.plumbline.server.PlumblineTest;
import org.springframework.beans.factory.annotation.Value;

/// The token of a form as a browser carries it: over a real connection, with no help of a test library,
/// which would put a token of its own in the place of ours.
@PlumblineTest
final class FormTokenTest {

    private static final String FIELDS = "who=practitioner&q=Can+I+hug+a+client%3F";

    private final int port;

    FormTokenTest(@Value("${local.server.port}") int port) {
        this.port = port;
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /// Opens the page and takes the token out of its form.
    private String token(HttpClient browser) throws IOException, InterruptedException {
        Document page = Jsoup.parse(browser.send(at("/").build(), BodyHandlers.ofString()).body());
        String token = page.select("form[action=/ask] input[name=_csrf]").attr("value");
        assertThat(token).hasSizeGreaterThan(20);
        return token;
    }

    private HttpResponse<String> send(HttpClient browser, String fields)
            throws IOException, InterruptedException {
        return browser.send(
                at("/ask")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String with(String token) {
        return FIELDS + "&_csrf=" + URLEncoder.encode(token, UTF_8);
    }

    @Test
    void theTokenOfTheFormIsTaken() throws Exception {
        try (HttpClient browser = browser()) {
            HttpResponse<String> answer = send(browser, with(token(browser)));

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .startsWith("/answer?act=hug");
        }
    }

    @Test
    void aFormWithoutATokenIsNotRead() throws Exception {
        try (HttpClient browser = browser()) {
            token(browser);
            refused(send(browser, FIELDS));
        }
    }

    @Test
    void theTokenOfAnotherBrowserIsNotTaken() throws Exception {
        try (HttpClient browser = browser();
                HttpClient other = browser()) {
            token(browser);
            refused(send(browser, with(token(other))));
        }
    }

    /// Whoever has no cookie has no token, whatever they send.
    @Test
    void aTokenWithoutItsCookieIsNotTaken() throws Exception {
        try (HttpClient browser = browser();
                HttpClient without = HttpClient.newHttpClient()) {
            refused(send(without, with(token(browser))));
        }
    }

    /// A page of another site may have guessed or stolen it.
    @Test
    void aGoodTokenFromAnotherSiteIsNotTaken() throws Exception {
        try (HttpClient browser = browser()) {
            String token = token(browser);
            HttpResponse<String> answer =
                    browser.send(
                            at("/ask")
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("Origin", "http://elsewhere.example")
                                    .POST(BodyPublishers.ofString(with(token)))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    /// The form comes back with what was typed, to be sent again, and nothing was answered.
    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        Document page = Jsoup.parse(answer.body());
        assertThat(page.title()).contains("form");
        assertThat(page.text()).doesNotContain("Prohibited");
    }
}
