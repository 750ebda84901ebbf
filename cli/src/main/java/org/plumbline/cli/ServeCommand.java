package org.plumbline.cli;

import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import org.plumbline.answer.Shelf;
import org.plumbline.core.load.Loaded;
import org.plumbline.server.PlumblineServer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

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
        option(
                "--host",
                "NAMES",
                "Names by which others reach it, separated by commas (numeric addresses and localhost always do).");
    }

    @Override
    public Integer call() throws InterruptedException {
        String port = value("--port").orElse(String.valueOf(PORT));
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw usage("--port takes a number from 0 to 65535, not `%s`".formatted(port));
        }
        String address = value("--address").orElse("127.0.0.1");
        // The library first: its findings are worth more than a server that cannot answer.
        if (Shelf.here().open() instanceof Loaded.Unsound<Shelf.Open>(var findings)) {
            return report(findings);
        }
        ConfigurableApplicationContext running;
        try {
            running =
                    PlumblineServer.start(
                            address, Integer.parseInt(port), value("--host").orElse(""));
        } catch (RuntimeException problem) {
            return failed(problem, address, port);
        }
        say(address, running.getEnvironment().getProperty("local.server.port", port));
        // Ctrl-C closes the application, which lets what is being answered end first.
        new CountDownLatch(1).await();
        return ANSWERED;
    }

    private void say(String address, String port) {
        boolean loopback = loopback(address);
        console()
                .paragraph(
                        "",
                        "Plumbline listens on http://%s:%s/%s. End it with Ctrl-C."
                                .formatted(
                                        address.contains(":") ? "[" + address + "]" : address,
                                        port,
                                        loopback ? " and on no other address" : ""));
        if (!loopback) {
            console()
                    .paragraph(
                            "",
                            "Others can reach it: whoever reaches this address can ask, nobody signs"
                                    + " in, and what is sent travels without encryption. Put a proxy"
                                    + " with TLS before it, or leave --address away.");
        }
        console().out().flush();
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /// What keeps it from listening, in a line; anything else keeps its trace.
    private int failed(RuntimeException problem, String address, String port) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                String message = String.valueOf(cause.getMessage());
                boolean taken =
                        cause instanceof PortInUseException || message.contains("already in use");
                console()
                        .err()
                        .println(
                                taken
                                        ? "plumbline: port %s on %s is taken; --port 0 takes a free one"
                                                .formatted(port, address)
                                        : "plumbline: cannot listen on %s, port %s (%s)"
                                                .formatted(address, port, message));
                console().err().flush();
                return FINDINGS;
            }
            if (cause instanceof UnknownHostException) {
                throw usage(
                        "--address takes an address of this machine, not `%s`".formatted(address));
            }
        }
        throw problem;
    }
}
