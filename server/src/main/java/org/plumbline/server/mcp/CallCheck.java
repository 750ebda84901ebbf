package org.plumbline.server.mcp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers a body that is no request of JSON-RPC 2.0, a call of a tool that is not there or whose arguments
/// are no object, and a request that would not take what is answered, before the
/// protocol's library sees it, which would tell of either by a trace of Java. Nothing of the body is
/// repeated but the number of a call and a tool's name that is a plain word.
final class CallCheck extends OncePerRequestFilter {

    private static final int UNREAD = -32700;
    private static final int NO_REQUEST = -32600;

    private final JsonMapper json = JsonMapper.builder().build();
    private final int largest;
    private final List<String> tools;

    /// @param largest bytes; what is longer is left to the library, which refuses it
    /// @param tools the names of the tools
    CallCheck(int largest, List<String> tools) {
        this.largest = largest;
        this.tools = tools;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = String.valueOf((Object) request.getContentType());
        if (!request.getMethod().equals("POST")
                || !type.startsWith("application/json")
                || request.getContentLengthLong() > largest) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(largest);
        JsonNode message;
        try {
            message = json.readTree(body);
        } catch (JacksonException _) {
            refuse(response, 400, null, UNREAD, "The body is no JSON.");
            return;
        }
        Optional<String> wrong = wrong(message);
        Optional<String> called = WrongCall.says(message, tools);
        if (wrong.isPresent()) {
            refuse(response, 400, null, message.isMissingNode() ? UNREAD : NO_REQUEST, wrong.get());
        } else if (called.isPresent()) {
            refuse(response, 200, message.path("id"), WrongCall.PARAMETERS, called.get());
        } else if (!accepts(request)) {
            refuse(
                    response,
                    406,
                    message.has("id") ? message.path("id") : null,
                    NO_REQUEST,
                    "An answer comes as application/json or text/event-stream: name both in the header"
                            + " Accept.");
        } else {
            chain.doFilter(new Read(request, body), response);
        }
    }

    /// The library takes a request only where both are named.
    private static boolean accepts(HttpServletRequest request) {
        String accept = String.valueOf((Object) request.getHeader("Accept"));
        return accept.contains("application/json") && accept.contains("text/event-stream");
    }

    private static Optional<String> wrong(JsonNode message) {
        if (message.isMissingNode()) {
            return Optional.of("There is no body.");
        }
        JsonNode id = message.path("id");
        JsonNode params = message.path("params");
        boolean right =
                message.isObject()
                        && message.path("jsonrpc").asString("").equals("2.0")
                        && message.path("method").isString()
                        && (id.isMissingNode() || id.isString() || id.isIntegralNumber())
                        && (params.isMissingNode() || params.isObject());
        return right
                ? Optional.empty()
                : Optional.of(
                        "The body is no request of JSON-RPC 2.0: one JSON object with jsonrpc, method,"
                                + " id and params.");
    }

    private void refuse(
            HttpServletResponse response,
            int status,
            @Nullable JsonNode id,
            int code,
            String message)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream()
                .write(WrongCall.error(id == null ? json.nullNode() : id, code, message));
    }

    /// The same request with its body once more.
    private static final class Read extends HttpServletRequestWrapper {
        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var in = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return in.read();
                }

                @Override
                public int read(byte[] bytes, int from, int length) {
                    return in.read(bytes, from, length);
                }

                @Override
                public boolean isFinished() {
                    return in.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("the body is here already");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(
                    new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
