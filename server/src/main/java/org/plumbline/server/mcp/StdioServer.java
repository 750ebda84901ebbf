package org.plumbline.server.mcp;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.InputStream;
import java.io.OutputStream;
import org.plumbline.server.desk.Desk;

/// The tools over two streams: `plumbline mcp`. Nothing but the protocol goes into the output.
public final class StdioServer {

    private StdioServer() {}

    /// Keeps the frameworks' logs out of standard output; to be called before any is made.
    public static void logToErrors() {
        System.setProperty("logback.configurationFile", "mcp/errors.xml");
    }

    /// Answers until the input ends. A line that is no message is answered as such and passed over.
    public static void serve(Desk desk, InputStream in, OutputStream out)
            throws InterruptedException {
        var whole = new MessageLines.Lines(out);
        var tools = new Tools(desk);
        var lines =
                new MessageLines(
                        in, whole, Sdk.json(), tools.all().stream().map(Tool::name).toList());
        var transport = new StdioServerTransportProvider(Sdk.json(), lines, whole);
        McpSyncServer server =
                McpServer.sync(transport)
                        .serverInfo(Sdk.name())
                        .instructions(Tools.INSTRUCTIONS)
                        .capabilities(Sdk.capabilities())
                        .jsonMapper(Sdk.json())
                        .jsonSchemaValidator(Sdk.VALIDATOR)
                        .tools(
                                tools.all().stream()
                                        .map(tool ->
                                                new SyncToolSpecification(
                                                        Sdk.tool(tool),
                                                        (_, request) -> Sdk.result(tool, request)))
                                        .toList())
                        .build();
        lines.awaitEnd();
        server.closeGracefully();
    }
}
