package org.plumbline.server.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.guard.GuardConfig;

/// What is said of a request that the web server itself refuses (an address that it cannot decode, a
/// header that is too long) before any page of ours is reached: a plain page without style or script of
/// its own, for programs problem details. Neither says what server this is, nor repeats the request.
///
/// Tomcat makes it by the name of its class; no filter has seen the request, so the headers that every
/// answer carries are set here.
public final class PlainReport extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable problem) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        boolean allowed = response.getCoyoteResponse() != null && mayWrite(response);
        if (!allowed) {
            return;
        }
        String path = String.valueOf((Object) request.getRequestURI());
        boolean program = ProblemPage.forProgram(path);
        byte[] body =
                (program ? ProblemPage.document(status, Optional.empty()) : page(status))
                        .getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType(
                    program ? "application/problem+json" : "text/html;charset=utf-8");
            response.setHeader("Content-Security-Policy", GuardConfig.POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException _) {
            // Whoever asked went away; there is nobody to tell.
        }
    }

    private static boolean mayWrite(Response response) {
        var allowed = new java.util.concurrent.atomic.AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }

    /// The words are ours alone, so that nothing need be escaped.
    private static String page(int status) {
        Problem problem = Problem.of(status);
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s – Plumbline</title>
        <link rel="stylesheet" href="/plumbline.css">
        </head>
        <body>
        <main id="main"><div class="wrap stack">
        <h1>%1$s</h1>
        %2$s
        <p><a href="/">Ask a question</a></p>
        </div></main>
        </body>
        </html>
        """
                .formatted(
                        problem.title(),
                        problem.says().stream()
                                .map(sentence -> "<p>" + sentence + "</p>")
                                .collect(Collectors.joining("\n")));
    }
}
