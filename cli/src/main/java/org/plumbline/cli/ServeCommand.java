package org.plumbline.cli;

import java.util.concurrent.CountDownLatch;
import org.plumbline.server.PlumblineServer;

/// `plumbline serve`: the web application, on this machine.
final class ServeCommand extends Command {

    private static final int PORT = 8080;

    ServeCommand() {
        super("serve", "Serve the web application on this machine.");
        option("--port", "PORT", "The port to listen on (default: 8080; 0: a free one).");
        option(
                "--address",
                "ADDRESS",
                "The address to listen on (default: 127.0.0.1, which only this machine reaches).");
    }

    @Override
    public Integer call() throws InterruptedException {
        String port = value("--port").orElse(String.valueOf(PORT));
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw usage("--port takes a number from 0 to 65535, not `%s`".formatted(port));
        }
        String address = value("--address").orElse("127.0.0.1");
        var running = PlumblineServer.start(address, Integer.parseInt(port));
        var listening = running.getEnvironment().getProperty("local.server.port", port);
        console()
                .paragraph(
                        "",
                        "Plumbline listens on http://%s:%s/ and on no other address. End it with Ctrl-C."
                                .formatted(address, listening));
        console().out().flush();
        new CountDownLatch(1).await();
        return ANSWERED;
    }
}
