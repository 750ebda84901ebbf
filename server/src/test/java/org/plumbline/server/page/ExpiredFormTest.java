package org.plumbline.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.plumbline.server.PlumblineTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A form without its token, sent to the real server: what `MockMvc` does not forward.
@PlumblineTest
final class ExpiredFormTest {

    @LocalServerPort private int port;

    private HttpResponse<String> post(String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aQuestionIsShownAgainToBeSentAgain() throws Exception {
        HttpResponse<String> page =
                post(
                        "/ask",
                        "q=" + URLEncoder.encode("Can I hug a <client>?", StandardCharsets.UTF_8));

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("This form has expired", "Can I hug a &lt;client&gt;?")
                .contains("action=\"/ask\"", "name=\"_csrf\"", "Send it again");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void aReplyKeepsItsAddressAndItsFields() throws Exception {
        String address = "/answer?act=friendship&party=former-client&rest=ordinary";
        HttpResponse<String> page = post(address, "_fact=harm-risk&_value=true&other=1");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("action=\"" + address.replace("&", "&amp;") + "\"")
                .contains("name=\"_fact\" value=\"harm-risk\"", "name=\"_value\" value=\"true\"")
                .doesNotContain("name=\"other\"");
    }

    @Test
    void aRecordKeepsItsCaseAndWhatWasTyped() throws Exception {
        String address = "/record?act=friendship&party=former-client&rest=ordinary";
        HttpResponse<String> page = post(address, "own-decision=Decline.&headline=Permitted");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("action=\"" + address.replace("&", "&amp;") + "\"")
                .contains("name=\"own-decision\" value=\"Decline.\"")
                .doesNotContain("Permitted");
    }

    @Test
    void thePageItselfCannotBeOpened() throws Exception {
        assertThat(post("/expired", "q=x").statusCode()).isIn(403, 404);
    }
}
