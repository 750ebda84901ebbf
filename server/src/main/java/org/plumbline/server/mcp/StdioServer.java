package org.plumbline.server.mcp;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import org.plumbline.server.desk.Desk;

/// The tools over two streams: `plumbline mcp`. Nothing but the protocol goes into the output.
public final class StdioServer {

    private StdioServer() {}

    /// Keeps the frameworks' logs out of standard output; to be called before any is made.
    public static void logToErrors() {
        System.setProperty("logback.configurationFile", "mcp/errors.xml");
    }

    /// Answers until the input ends.
    public static void serve(Desk desk, InputStream in, OutputStream out)
            throws InterruptedException {
        var ended = new CountDownLatch(1);
        var transport = new StdioServerTransportProvider(Sdk.json(), new Ending(in, ended), out);
        McpSyncServer server =
                McpServer.sync(transport)
                        .serverInfo(Sdk.name())
                        .instructions(Tools.INSTRUCTIONS)
                        .capabilities(Sdk.capabilities())
                        .jsonMapper(Sdk.json())
                        .jsonSchemaValidator(Sdk.VALIDATOR)
                        .tools(
                                new Tools(desk)
                                        .all().stream()
                                                .map(tool ->
                                                        new SyncToolSpecification(
                                                                Sdk.tool(tool),
                                                                (_, request) ->
                                                                        Sdk.result(tool, request)))
                                                .toList())
                        .build();
        ended.await();
        server.closeGracefully();
    }

    /// Tells when the input has ended.
    private static final class Ending extends FilterInputStream {
        private final CountDownLatch ended;

        Ending(InputStream in, CountDownLatch ended) {
            super(in);
            this.ended = ended;
        }

        @Override
        public int read() throws IOException {
            return told(super.read());
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return told(super.read(bytes, from, length));
        }

        private int told(int read) {
            if (read < 0) {
                ended.countDown();
            }
            return read;
        }
    }
}
