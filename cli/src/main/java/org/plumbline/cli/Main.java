package org.plumbline.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The root of the command line: `plumbline`, which does nothing by itself but name its commands.
@Command(
        name = "plumbline",
        description = "What codes of ethics and laws say of a professional relationship.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Edition.class)
public final class Main implements Runnable {

    @Spec private CommandSpec spec;

    /// Runs one command and ends the process with its exit status.
    ///
    /// 0: answered. 1: the input has findings. 2: the command was not understood.
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /// The version that the build wrote into the archive.
    static final class Edition implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion());
            return new String[] {"plumbline " + version.orElse("(not packaged)")};
        }
    }
}
