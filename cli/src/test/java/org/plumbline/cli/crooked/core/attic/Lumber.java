package org.plumbline.cli.crooked.core.attic;

import java.net.http.HttpClient;
import java.time.LocalDate;
import java.util.function.Supplier;
import picocli.CommandLine;

/// Stands in a room that is on no plan, and reaches for what core must not know.
public record Lumber(HttpClient network, CommandLine framework) {
    static final Supplier<LocalDate> TODAY = LocalDate::now;
}
