package org.plumbline.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.server.PlumblineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// What every request must pass and every response must carry, at a real server.
@PlumblineTest
class GuardTest {

    @LocalServerPort private int port;
    @Autowired private ApplicationContext context;

    @BeforeEach
    void realTokens() {
        RealTokens.restore(context);
    }

    private final HttpClient client = HttpClient.newHttpClient();

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// What the server says to lines sent as they are, which no client would send.
    private String raw(String... lines) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            (String.join("\r\n", lines) + "\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/no-such-page", "/plumbline.css", "/codes/no-such-text"})
    void every_answer_carries_the_headers(String path) throws Exception {
        var headers = get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy")).hasValue(GuardConfig.POLICY);
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Permissions-Policy")).hasValue(GuardConfig.PERMISSIONS);
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Embedder-Policy")).hasValue("require-corp");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void the_policy_allows_nothing_inline_and_nobody_else() {
        assertThat(GuardConfig.POLICY)
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe", "*", "http", "data:");
    }

    @Test
    void a_page_is_kept_nowhere_and_what_is_the_same_for_all_is_kept() throws Exception {
        assertThat(get("/").headers().firstValue("Cache-Control").orElseThrow())
                .contains("no-store");
        assertThat(get("/plumbline.css").headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=3600")
                .doesNotContain("no-store");
    }

    @Test
    void the_only_cookie_is_the_token_of_a_form_and_stays_on_the_site() throws Exception {
        var cookies = get("/codes").headers().allValues("Set-Cookie");
        assertThat(cookies).hasSize(1);
        assertThat(cookies.getFirst())
                .startsWith(GuardConfig.COOKIE + "=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/");
    }

    @Test
    void a_form_without_its_token_is_not_read() throws Exception {
        var answer = post("/codes", "q=NASW+1.06");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This form has expired").doesNotContain("NASW 1.06");
    }

    @Test
    void a_form_with_its_token_is_read() throws Exception {
        var page = get("/codes");
        assertThat(
                        post(
                                        "/codes",
                                        "q=NASW+2021+1.06(c)&_csrf=" + token(page),
                                        "Cookie",
                                        cookie(page))
                                .statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void what_a_page_of_another_site_sends_is_not_read_though_it_had_the_token(
            String header, String value) throws Exception {
        var page = get("/codes");
        assertThat(
                        post(
                                        "/codes",
                                        "q=NASW&_csrf=" + token(page),
                                        "Cookie",
                                        cookie(page),
                                        header,
                                        value)
                                .statusCode())
                .isEqualTo(403);
    }

    private static String cookie(HttpResponse<String> page) {
        return page.headers().firstValue("Set-Cookie").orElseThrow().split(";", -1)[0];
    }

    private static String token(HttpResponse<String> page) {
        String mark = "name=\"_csrf\" value=\"";
        int from = page.body().indexOf(mark) + mark.length();
        return URLEncoder.encode(
                page.body().substring(from, page.body().indexOf('"', from)),
                StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0} gets {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    127.0.0.1           | 200
                    localhost           | 200
                    [::1]               | 200
                    192.168.1.7         | 200
                    evil.example        | 421
                    127.0.0.1.evil.com  | 421
                    localhost.evil.com  | 421
                    """)
    void a_name_that_somebody_pointed_here_is_turned_away(String host, int status)
            throws Exception {
        assertThat(raw("GET / HTTP/1.1", "Host: " + host + ":" + port, "Connection: close"))
                .startsWith("HTTP/1.1 " + status);
    }

    @Test
    void names_are_those_the_server_was_told_of() throws Exception {
        var request = new org.springframework.mock.web.MockHttpServletRequest("GET", "/");
        request.setServerName("practice.example");
        var told = new org.springframework.mock.web.MockHttpServletResponse();
        new HostCheck(List.of(" Practice.example")).doFilter(request, told, (_, _) -> {});
        assertThat(told.getStatus()).isEqualTo(200);
        var untold = new org.springframework.mock.web.MockHttpServletResponse();
        new HostCheck(List.of()).doFilter(request, untold, (_, _) -> {});
        assertThat(untold.getStatus()).isEqualTo(HostCheck.MISDIRECTED);
    }

    @Test
    void a_body_has_a_limit_for_people_and_for_programs() throws Exception {
        String long1 = "q=" + "a".repeat(300_000);
        var page = post("/codes", long1);
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("more than is read at once").doesNotContain("aaaa");
        assertThat(post("/api/v1/read", long1).statusCode()).isEqualTo(413);
        assertThat(
                        raw(
                                "POST /api/v1/read HTTP/1.1",
                                "Host: localhost",
                                "Connection: close",
                                "Transfer-Encoding: chunked",
                                "",
                                "0"))
                .startsWith("HTTP/1.1 411");
    }

    @Test
    void headers_have_a_limit() throws Exception {
        String answer = raw("GET / HTTP/1.1", "Host: localhost", "X-Much: " + "a".repeat(40_000));
        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "Exception", "aaaa");
    }

    @ParameterizedTest(name = "{0} {1} gets {2}")
    @CsvSource({
        "HEAD, /, 200",
        "OPTIONS, /codes, 200",
        "TRACE, /, 405",
        "DELETE, /codes, 403",
        "PROPFIND, /codes, 400",
        "GET, /no-such-page, 404",
        "GET, /error, 404",
        "GET, /codes/no-such-text, 404",
        "GET, /codes/nasw-2021/no-such-number, 404",
        "GET, /codes/%00, 400",
        "GET, /..%2f..%2fetc/passwd, 400",
        "GET, /.git/config, 404",
        "GET, /application.properties, 404",
        "GET, /actuator, 404",
    })
    void other_requests_get_a_status_and_no_trace(String method, String path, int status)
            throws Exception {
        String answer =
                raw(method + " " + path + " HTTP/1.1", "Host: localhost", "Connection: close");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertNoTrace(answer);
    }

    private static void assertNoTrace(String body) {
        assertThat(body)
                .doesNotContain(
                        "Exception",
                        "java.",
                        "org.springframework",
                        "org.apache",
                        "Tomcat",
                        "Whitelabel",
                        "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?x=%ff",
                "/answer?act=%ff%fe&party=former-client",
                "/timeline?act=%c3%28",
                "/answer?a=%zz"
            })
    void an_address_that_is_no_utf_8_gets_the_page_of_bad_addresses(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1", "Host: localhost", "Connection: close");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("That address was not understood")
                .doesNotContain("Reference:");
        assertNoTrace(answer);
    }

    @Test
    void a_form_that_is_no_utf_8_gets_it_too() throws Exception {
        var page = get("/codes");
        var answer = post("/codes", "q=%ff%fe&_csrf=" + token(page), "Cookie", cookie(page));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("That address was not understood")
                .doesNotContain("Reference:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/codes?x=%ff",
                "/api/v1/citation?cite=%E2%82",
                "/api/v1/codes/..%2f..%2fetc",
                "/api/v1/codes/%00"
            })
    void a_program_gets_problem_details_of_an_address_that_cannot_be_read(String path)
            throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1", "Host: localhost", "Connection: close");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains(
                        "application/problem+json",
                        "\"request.unreadable\"",
                        "Content-Security-Policy: " + GuardConfig.POLICY);
        assertNoTrace(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/codes/nasw-2021/%00",
                "/answer?act[]=hug",
                "/answer?a=|",
                "/codes/..%2f..%2fetc"
            })
    void what_the_web_server_refuses_gets_a_plain_page_of_ours(String path) throws Exception {
        assertPlain(raw("GET " + path + " HTTP/1.1", "Host: localhost", "Connection: close"));
    }

    @Test
    void headers_that_are_too_long_get_it_too() throws Exception {
        String header = "X-Much: " + "a".repeat(20_000);
        assertPlain(raw("GET / HTTP/1.1", "Host: localhost", "Connection: close", header));
        assertThat(
                        raw(
                                "GET /api/v1/codes HTTP/1.1",
                                "Host: localhost",
                                "Connection: close",
                                header))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"request.unreadable\"")
                .doesNotContain("aaaa");
    }

    private static void assertPlain(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains(
                        "That address was not understood",
                        "Content-Security-Policy: " + GuardConfig.POLICY,
                        "X-Content-Type-Options: nosniff")
                .doesNotContain("<style", "style=", "aaaa");
        assertNoTrace(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/codes", "/api/v1/codes/nasw-2021", "/api/v1/openapi.json"})
    void what_a_program_can_get_it_can_ask_for_without_its_body(String path) throws Exception {
        var whole = get(path);
        String head = raw("HEAD " + path + " HTTP/1.1", "Host: localhost", "Connection: close");
        assertThat(head)
                .startsWith("HTTP/1.1 200")
                .contains(
                        "Content-Type: " + whole.headers().firstValue("Content-Type").orElseThrow())
                .endsWith("\r\n\r\n");
    }

    @Test
    void a_program_is_told_that_its_request_seems_to_come_from_another_site() throws Exception {
        var answer = post("/api/v1/read", "{}", "Origin", "http://evil.example");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("\"request.foreign\"", "another site", "Origin")
                .doesNotContain("form", "token", "evil");
    }

    @Test
    void an_address_that_was_asked_in_the_wrong_way_says_so() throws Exception {
        var page = get("/codes");
        var answer = post("/compare", "_csrf=" + token(page), "Cookie", cookie(page));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("cannot be asked in that way");
    }

    @Test
    void a_program_gets_problem_details() throws Exception {
        var answer = get("/api/v1/no-such-thing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\"").doesNotContain("no-such-thing");
    }

    @Test
    void too_much_text_at_once_is_put_off() throws Exception {
        var now = new java.util.concurrent.atomic.AtomicLong();
        var limit =
                new RateLimit(
                        new TokenBuckets(1, 2, 10, now::get),
                        new TokenBuckets(100, 100, 10, now::get));
        assertThat(statuses(limit, "POST", "203.0.113.7", 4)).containsExactly(200, 200, 429, 429);
        assertThat(statuses(limit, "POST", "203.0.113.8", 1)).containsExactly(200);
        assertThat(statuses(limit, "GET", "203.0.113.7", 1)).containsExactly(200);
        assertThat(statuses(limit, "POST", "127.0.0.1", 4)).containsOnly(200);
        // One household, one allowance.
        assertThat(statuses(limit, "POST", "2001:db8:1:2:3:4:5:6", 2)).containsOnly(200);
        assertThat(statuses(limit, "POST", "2001:db8:1:2:ffff:0:0:9", 1)).containsExactly(429);
    }

    private static List<Integer> statuses(RateLimit limit, String method, String from, int times)
            throws Exception {
        Integer[] all = new Integer[times];
        for (int i = 0; i < times; i++) {
            var request = new org.springframework.mock.web.MockHttpServletRequest(method, "/");
            request.setRemoteAddr(from);
            request.addHeader("X-Forwarded-For", "198.51.100." + i);
            var response = new org.springframework.mock.web.MockHttpServletResponse();
            limit.doFilter(request, response, (_, _) -> {});
            all[i] = response.getStatus();
            assertThat(Optional.ofNullable(response.getHeader("Retry-After")).isPresent())
                    .isEqualTo(all[i] == 429);
        }
        return Arrays.asList(all);
    }

    @Test
    void nothing_listens_beyond_this_machine_unless_it_is_told_to() throws Exception {
        var settings = new java.util.Properties();
        settings.load(GuardTest.class.getResourceAsStream("/application.properties"));
        assertThat(settings.getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void a_page_names_its_icon_so_that_no_browser_looks_for_another() throws Exception {
        assertThat(get("/privacy").body()).contains("<link rel=\"icon\"", "/favicon.svg");
        var icon = get("/favicon.svg");
        assertThat(icon.statusCode()).isEqualTo(200);
        assertThat(icon.headers().firstValue("Content-Type").orElseThrow())
                .isEqualTo("image/svg+xml");
    }
}
