package org.kinmark.hub;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The commands that start the hub. The launcher sends them here.
@Command(
        name = "kinmark",
        description = "One bit per family: never who, never what.",
        mixinStandardHelpOptions = true,
        version = "kinmark 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DemoCommand.class, ServeCommand.class})
final class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private Main() {}

    /// Runs one command: 0 success, 1 the work failed, 2 the call or an input is wrong.
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, _) -> {
                    wrong.getCommandLine().getErr().println("kinmark: " + wrong.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println("kinmark: " + Running.sentence(failure));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command; --help lists them");
    }
}
