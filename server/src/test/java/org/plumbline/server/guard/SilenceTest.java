package org.plumbline.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.server.PlumblineTest;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// What is asked stands in no log and in no address, whatever the level of logging.
@PlumblineTest
class SilenceTest {

    private static final String MARKER = "Zwiebelkuchen";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext context;

    @BeforeEach
    void realTokens() {
        RealTokens.restore(context);
    }

    /// Everything that is logged at any level, or printed, while something is done.
    private static List<String> heard(Doing doing) throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var ear =
                new AppenderBase<ILoggingEvent>() {
                    @Override
                    protected void append(ILoggingEvent event) {
                        heard.add(
                                event.getLoggerName()
                                        + " "
                                        + event.getFormattedMessage()
                                        + " "
                                        + event.getThrowableProxy());
                    }
                };
        ear.setContext(context);
        ear.start();
        List<Logger> loggers =
                context.getLoggerList().stream().filter(l -> l.getLevel() != null).toList();
        List<Level> levels = loggers.stream().map(Logger::getLevel).toList();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        PrintStream out = System.out;
        PrintStream err = System.err;
        var printed = new ByteArrayOutputStream();
        var both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try {
            loggers.forEach(l -> l.setLevel(Level.TRACE));
            root.addAppender(ear);
            System.setOut(both);
            System.setErr(both);
            doing.done();
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.detachAppender(ear);
            for (int i = 0; i < loggers.size(); i++) {
                loggers.get(i).setLevel(levels.get(i));
            }
        }
        heard.add(printed.toString(StandardCharsets.UTF_8));
        return heard;
    }

    private interface Doing {
        void done() throws Exception;
    }

    @Test
    void nothing_typed_into_a_form_is_logged_or_written_into_an_address() throws Exception {
        var forms = new Forms(port);
        List<String> heard =
                heard(() -> {
                    for (Forms.Form form : forms.all()) {
                        if (form.posts()) {
                            var answer = forms.send(form, "May I befriend " + MARKER + "?");
                            assertThat(answer.statusCode()).as(form.toString()).isLessThan(500);
                            assertThat(answer.headers().map().toString())
                                    .as(form.toString())
                                    .doesNotContainIgnoringCase(MARKER);
                        }
                    }
                });
        assertThat(String.join("\n", heard)).doesNotContainIgnoringCase(MARKER);
    }

    @Test
    void nothing_that_is_sent_wrongly_is_logged() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        List<String> heard =
                heard(() -> {
                    for (String path :
                            List.of("/", "/codes", "/no-such-page", "/api/v1/read", "/mcp")) {
                        for (String type :
                                List.of(
                                        "application/json",
                                        "application/x-www-form-urlencoded",
                                        "text/plain",
                                        "no/such;type")) {
                            for (String method : List.of("POST", "PUT")) {
                                client.send(
                                        HttpRequest.newBuilder(
                                                        URI.create(
                                                                "http://127.0.0.1:" + port + path))
                                                .header("Content-Type", type)
                                                .method(
                                                        method,
                                                        BodyPublishers.ofString(
                                                                "{\"q\": \"" + MARKER + "\", "))
                                                .build(),
                                        BodyHandlers.ofString());
                            }
                        }
                    }
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:"
                                                            + port
                                                            + "/timeline?service-ended="
                                                            + MARKER))
                                    .build(),
                            BodyHandlers.ofString());
                });
        assertThat(String.join("\n", heard)).doesNotContainIgnoringCase(MARKER);
    }

    /// What is logged of a request that ends as the chain says.
    private static List<String> heardOf(
            MockHttpServletRequest request, MockHttpServletResponse response, FilterChain chain)
            throws Exception {
        return heard(() -> new Discretion().doFilter(request, response, chain));
    }

    @Test
    void a_fault_is_told_by_kind_and_place_under_a_reference() throws Exception {
        var response = new MockHttpServletResponse();
        var request = new MockHttpServletRequest("POST", "/");
        List<String> heard =
                heardOf(
                        request,
                        response,
                        (_, _) -> {
                            throw new IllegalStateException(
                                    MARKER, new IllegalArgumentException(MARKER));
                        });
        String reference = String.valueOf(request.getAttribute(Discretion.REFERENCE));
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(reference).matches("[0-9a-f]{8}");
        assertThat(String.join("\n", heard))
                .contains(
                        reference,
                        "IllegalStateException",
                        "IllegalArgumentException",
                        "SilenceTest")
                .doesNotContain(MARKER);
    }

    @Test
    void parameters_that_cannot_be_read_are_no_fault_of_ours() throws Exception {
        var response = new MockHttpServletResponse();
        var request = new MockHttpServletRequest("GET", "/");
        List<String> heard =
                heardOf(
                        request,
                        response,
                        (_, _) -> {
                            throw new ServletException(new InvalidParameterException(MARKER));
                        });
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(request.getAttribute(Discretion.REFERENCE)).isNull();
        assertThat(String.join("\n", heard)).doesNotContain(MARKER, "fault");
    }

    @Test
    void the_test_would_hear_it() throws Exception {
        assertThat(heard(() -> LoggerFactory.getLogger("org.plumbline.test").debug(MARKER)))
                .anyMatch(line -> line.contains(MARKER));
    }
}
