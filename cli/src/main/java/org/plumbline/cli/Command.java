package org.plumbline.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.answer.Shelf;
import org.plumbline.core.load.DateReader;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Severity;
import org.plumbline.core.scenario.Known;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/// One command: what it takes, what it prints, and the status it ends with.
///
/// 0: answered. 1: the input has findings. 2: the command was not understood.
abstract class Command implements Callable<Integer> {

    static final int ANSWERED = 0;
    static final int FINDINGS = 1;

    private final CommandSpec spec;
    private final CommandLine line;

    Command(String name, String description) {
        spec = CommandSpec.wrapWithoutInspection(this);
        line = new CommandLine(spec);
        spec.name(name);
        spec.usageMessage().description(description);
        spec.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help and exit.")
                        .build());
    }

    /// Begins on another thread what will have to be done whatever the words mean, so that it goes on
    /// while they are being understood. Here: nothing.
    ///
    /// @param words all words of the command line after the command's name
    void ahead(List<String> words) {}

    /// The command as picocli knows it.
    CommandLine line() {
        return line;
    }

    final void flag(String name, String description) {
        spec.addOption(
                OptionSpec.builder(name)
                        .type(boolean.class)
                        .arity("0")
                        .description(description)
                        .build());
    }

    final void option(String name, String label, String description) {
        spec.addOption(
                OptionSpec.builder(name)
                        .type(String.class)
                        .arity("1")
                        .paramLabel(label)
                        .description(description)
                        .build());
    }

    /// An option that may be given several times.
    final void options(String name, String label, String description) {
        spec.addOption(
                OptionSpec.builder(name)
                        .type(String[].class)
                        .arity("1")
                        .paramLabel(label)
                        .description(description)
                        .build());
    }

    final void words(String label, String arity, String description) {
        spec.addPositional(
                PositionalParamSpec.builder()
                        .type(String[].class)
                        .arity(arity)
                        .required(!arity.startsWith("0"))
                        .paramLabel(label)
                        .description(description)
                        .build());
    }

    final boolean given(String flag) {
        return Boolean.TRUE.equals(spec.findOption(flag).getValue());
    }

    final Optional<String> value(String option) {
        return Optional.ofNullable(spec.findOption(option).getValue());
    }

    final List<String> values(String option) {
        String @Nullable [] all = spec.findOption(option).getValue();
        return all == null ? List.of() : Arrays.asList(all);
    }

    final List<String> words() {
        String @Nullable [] all = spec.positionalParameters().getFirst().getValue();
        return all == null ? List.of() : Arrays.asList(all);
    }

    /// Says that the command was not understood; ends it with status 2.
    final ParameterException usage(String message) {
        return new ParameterException(line, message);
    }

    final Console console() {
        return Console.ofThisProcess(line.getOut(), line.getErr());
    }

    /// The days an option names; today where it is absent.
    final Known.Range on(String option) {
        Optional<String> text = value(option);
        if (text.isEmpty()) {
            return Known.Range.of(today());
        }
        return DateReader.days(text.get())
                .orElseThrow(() ->
                        usage(
                                "`%s` is not a date; write %s 2026-06-01, 2026-06 or 2026"
                                        .formatted(text.get(), option)));
    }

    /// Today, which the launcher knows before Java has read the time zones of the world; a
    /// launcher that does not, or says something else, is not asked.
    static LocalDate today() {
        String told = System.getProperty("plumbline.today", "");
        return DateReader.days(told)
                .filter(days -> days.first().equals(days.last()))
                .map(Known.Range::first)
                .orElseGet(() -> LocalDate.now(ZoneId.systemDefault()));
    }

    /// Prints findings to the error stream; the status that goes with them.
    final int report(List<Finding> findings) {
        return report(findings, Shelf.here());
    }

    /// The same of a library that need not be the one at hand.
    final int report(List<Finding> findings, Shelf shelf) {
        new Findings(console(), shelf).print(findings);
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)
                ? FINDINGS
                : ANSWERED;
    }

    /// Opens the library and goes on with it, or reports why it cannot be used.
    final int withLibrary(java.util.function.ToIntFunction<Shelf.Open> then) {
        return switch (Shelf.opened()) {
            case Loaded.Unsound<Shelf.Open>(var findings) -> report(findings);
            case Loaded.Sound<Shelf.Open>(var open, _) -> then.applyAsInt(open);
        };
    }

    /// The file named by the only positional argument, if it is one.
    final Optional<Path> file() {
        return words().isEmpty() || words().getFirst().equals("-")
                ? Optional.empty()
                : Optional.of(Path.of(words().getFirst()));
    }
}
