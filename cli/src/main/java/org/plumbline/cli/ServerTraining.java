package org.plumbline.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.plumbline.server.PlumblineServer;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.mcp.StdioServer;

/// A first run of the server, from which the JVM remembers what `serve` and `mcp` need.
final class ServerTraining {

    private static final int ROUNDS = 20;

    private static final List<String> GETS =
            List.of(
                    "/",
                    "/answer?act=friendship&party=former-client&rest=ordinary",
                    "/answer?act=sexual-contact&party=former-client&membership=aca.nasw"
                            + "&service-ended=2023-05-01&rest=ordinary",
                    "/claims",
                    "/codes/nasw-2021/1.06(c)",
                    "/plumbline.css",
                    "/no-such-page");

    private static final String QUESTION =
            "{\"question\": \"Can a social worker be friends with a former client?\"}";
    private static final String CASE =
            "{\"practitioner\": {\"membership\": [\"nasw\", \"aca\"]}, \"act\": \"sexual-contact\","
                    + " \"party\": \"former-client\", \"facts\": {\"service-ended\": \"2023-05-01\"},"
                    + " \"rest\": \"ordinary\"}";

    private ServerTraining() {}

    /// Starts the server on a free port, asks it a few things as often as makes its methods known, and
    /// ends it; then the same for the tools.
    static void run() throws InterruptedException {
        try (var running = PlumblineServer.start("127.0.0.1", 0)) {
            int port =
                    Integer.parseInt(
                            running.getEnvironment().getRequiredProperty("local.server.port"));
            for (int round = 0; round < ROUNDS; round++) {
                GETS.forEach(path -> ask(port, "GET " + path, ""));
                ask(port, "POST /api/v1/ask", QUESTION);
                ask(port, "POST /api/v1/decide", CASE);
                ask(port, "POST /api/v1/ask-next", CASE);
            }
        }
        StdioServer.serve(
                new Desk(Clock.systemUTC()),
                new ByteArrayInputStream(
                        """
                        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"training","version":"1"}}}
                        {"jsonrpc":"2.0","method":"notifications/initialized"}
                        {"jsonrpc":"2.0","id":2,"method":"tools/list"}
                        {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"ask","arguments":%s}}
                        """
                                .formatted(QUESTION)
                                .getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream());
    }

    private static void ask(int port, String line, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(line, port, content.length);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(content);
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the server in training did not answer", e);
        }
    }
}
