package org.plumbline.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.plumbline.answer.Shelf;
import org.plumbline.core.load.Loaded;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.mcp.StdioServer;

/// `plumbline mcp`: the tools for assistants, over standard input and output.
final class McpCommand extends Command {

    McpCommand() {
        super("mcp", "Serve tools to an assistant (Model Context Protocol) over standard input.");
    }

    @Override
    public Integer call() throws InterruptedException {
        StdioServer.logToErrors();
        // Whoever prints to standard output now would break the protocol.
        OutputStream protocol = System.out;
        System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        return switch (Shelf.here().open()) {
            case Loaded.Unsound<Shelf.Open>(var findings) -> report(findings);
            case Loaded.Sound<Shelf.Open> _ -> {
                StdioServer.serve(new Desk(Clock.systemUTC()), System.in, protocol);
                yield ANSWERED;
            }
        };
    }
}
