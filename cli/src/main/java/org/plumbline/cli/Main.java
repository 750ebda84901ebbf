package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.answer.Shelf;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/// The root of the command line: `plumbline`, which does nothing by itself but name its commands.
///
/// Commands are described by calls and not by annotations: reading annotations means reflection
/// and classes spun at run time, which the JVM can not keep from one start to the next, and costs
/// a third of the whole start. See `docs/decisions/0002-start.md`.
public final class Main {

    private Main() {}

    /// Runs one command and ends the process with its exit status.
    ///
    /// 0: answered. 1: the input has findings. 2: the command was not understood.
    public static void main(String[] args) {
        int status = run(args);
        System.out.flush();
        System.err.flush();
        // Not exit: it first sets up a log to say so, which costs more than many an answer.
        Runtime.getRuntime().halt(status);
    }

    /// Runs one command and says with what status it ended.
    static int run(String... args) {
        if (args.length > 1 && args[0].equals("ask")) {
            Shelf.openAhead(SourceWalk::told, Command::today);
        }
        return commandLine(args).execute(args);
    }

    /// Each command by its name; made only where it is wanted, since making one takes picocli as
    /// long as reading a question.
    private static final List<Named> COMMANDS =
            List.of(
                    new Named("ask", AskCommand::new),
                    new Named("decide", DecideCommand::new),
                    new Named("interview", InterviewCommand::new),
                    new Named("read", ReadCommand::new),
                    new Named("claims", ClaimsCommand::new),
                    new Named("codes", CodesCommand::new),
                    new Named("timeline", TimelineCommand::new),
                    new Named("compare", CompareCommand::new),
                    new Named("diff", DiffCommand::new),
                    new Named("audit", AuditCommand::new),
                    new Named("serve", ServeCommand::new),
                    new Named("mcp", McpCommand::new),
                    new Named("check", CheckCommand::new),
                    new Named("fmt", FmtCommand::new));

    private record Named(String name, Supplier<Command> make) {}

    /// The command line that these arguments need, ready to execute them once: the command they
    /// name, or all where they name none.
    static CommandLine commandLine(String... args) {
        var spec = CommandSpec.wrapWithoutInspection((Runnable) () -> {});
        var line = new CommandLine(spec);
        spec.name("plumbline").versionProvider(Main::version);
        spec.usageMessage()
                .description("What codes of ethics and laws say of a professional relationship.");
        spec.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help and exit.")
                        .build());
        spec.addOption(
                OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print the version and exit.")
                        .build());
        List<Named> wanted =
                COMMANDS.stream().filter(c -> args.length > 0 && c.name().equals(args[0])).toList();
        for (Named command : wanted.isEmpty() ? COMMANDS : wanted) {
            Command made = command.make().get();
            if (!wanted.isEmpty()) {
                made.ahead(List.of(args).subList(1, args.length));
            }
            spec.addSubcommand(command.name(), made.line());
        }
        line.setExecutionStrategy(parsed -> {
            if (!parsed.hasSubcommand()
                    && !parsed.isUsageHelpRequested()
                    && !parsed.isVersionHelpRequested()) {
                throw new ParameterException(line, "a command is missing");
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        line.setParameterExceptionHandler((problem, _) -> misunderstood(problem));
        line.setExecutionExceptionHandler((problem, at, _) -> failed(problem, at));
        return line;
    }

    /// One line that says what was not understood, and one that says where to read on.
    private static int misunderstood(ParameterException problem) {
        CommandLine at = problem.getCommandLine();
        at.getErr().println("plumbline: " + said(problem));
        at.getErr()
                .println(
                        "`%s --help` shows what it takes"
                                .formatted(at.getCommandSpec().qualifiedName()));
        at.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }

    /// What is wrong with the words, in ours where the library counts places (`index 0..1`).
    private static String said(ParameterException problem) {
        if (problem instanceof MissingParameterException lacking
                && lacking.getMissing().size() == 1
                && lacking.getMissing().getFirst() instanceof PositionalParamSpec one
                && one.arity().min() > 1) {
            return "%s is wanted at least %d times, and fewer are given"
                    .formatted(one.paramLabel(), one.arity().min());
        }
        return String.valueOf(problem.getMessage());
    }

    /// Files and streams fail with a line; a broken promise of our own keeps its trace, for the
    /// report that should follow.
    private static int failed(Exception problem, CommandLine at) throws Exception {
        if (problem instanceof UncheckedIOException io) {
            at.getErr().println("plumbline: " + io.getMessage() + cause(io.getCause()));
            at.getErr().flush();
            return 1;
        }
        if (problem instanceof ParameterException parameter) {
            return misunderstood(parameter);
        }
        throw problem;
    }

    /// Why a file could not be read or written. The system's own words are often no more than the
    /// path over again.
    private static String cause(@Nullable IOException cause) {
        return switch (cause) {
            case null -> "";
            case NoSuchFileException _ ->
                    " (there is no such file or folder; make it, or name another)";
            case AccessDeniedException _ -> " (this user may not; give the right, or name another)";
            default -> " (" + cause.getMessage() + ")";
        };
    }

    /// The version that the build wrote into the archive.
    private static String[] version() {
        var version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion());
        return new String[] {"plumbline " + version.orElse("(not packaged)")};
    }
}
