package org.kinmark.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.kinmark.linkage.TooManyPairs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The `kinmark` command. Each subcommand is a class of its own.
@Command(
        name = "kinmark",
        description = "One bit per family: never who, never what.",
        mixinStandardHelpOptions = true,
        version = "kinmark 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "The hub, a program of its own that the launcher starts:",
            "  demo      An invented area, and a whole round through the hub (kinmark demo --help).",
            "  serve     The hub for real (kinmark serve --help)."
        })
public final class Main implements Runnable {

    private static final Map<String, Supplier<Callable<Integer>>> COMMANDS = commands();

    @Spec
    private CommandSpec spec;

    private Main() {}

    /// In the order of the help.
    private static Map<String, Supplier<Callable<Integer>>> commands() {
        var commands = new LinkedHashMap<String, Supplier<Callable<Integer>>>();
        commands.put("rehearse", RehearseCommand::new);
        commands.put("attack", AttackCommand::new);
        commands.put("mark", () -> new MarkCommand(InstantSource.system()));
        commands.put("link", LinkCommand::new);
        commands.put("decide", DecideCommand::new);
        commands.put("generate", GenerateCommand::new);
        return commands;
    }

    /// Runs one command and ends the process: 0 success, 1 the work failed, 2 the call or an input is wrong.
    public static void main(String[] arguments) {
        System.exit(run(commandLine(arguments), arguments));
    }

    /// What is no exception, but the machine's end of strength, is told in a sentence too.
    private static int run(CommandLine command, String[] arguments) {
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError _) {
            return new Terminal(command.getErr())
                    .fail("There is not enough memory for this, and nothing was written. Give more with"
                            + " KINMARK_JAVA_OPTIONS=-Xmx8g, or fewer rows.");
        }
    }

    /// The command line for a call. To learn all commands' options takes longer than to decide a list: where one is
    /// called, the others stay away.
    static CommandLine commandLine(String... arguments) {
        var line = new CommandLine(new Main());
        var called = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (called == null) {
            COMMANDS.forEach((name, command) -> line.addSubcommand(name, command.get()));
        } else {
            line.addSubcommand(arguments[0], called.get());
        }
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, _) -> wrongCall(wrong))
                .setExecutionExceptionHandler((failure, command, _) -> failed(failure, command));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do");
    }

    private static int wrongCall(ParameterException wrong) {
        var command = wrong.getCommandLine();
        return new Terminal(command.getErr())
                .refuse(String.valueOf(wrong.getMessage()).lines().findFirst().orElse("The call is wrong") + " (see "
                        + command.getCommandSpec().qualifiedName() + " --help)");
    }

    /// No stack trace reaches a user; what went wrong with a file is told in a sentence, and so is a defect of ours.
    private static int failed(Exception failure, CommandLine command) {
        var terminal = new Terminal(command.getErr());
        return switch (failure) {
            case UncheckedIOException e -> terminal.fail(sentence(Objects.requireNonNull(e.getCause())));
            case IOException e -> terminal.fail(sentence(e));
            case TooManyPairs e -> terminal.refuse(String.valueOf(e.getMessage()));
            case CompletionException e when e.getCause() instanceof Exception cause -> failed(cause, command);
            default ->
                terminal.fail("Kinmark failed and wrote nothing. Please report this: "
                        + failure.getClass().getSimpleName() + " in " + place(failure));
        };
    }

    private static String sentence(IOException failure) {
        return switch (failure) {
            case NoSuchFileException e -> e.getFile() + ": there is no such file or folder";
            case AccessDeniedException e -> e.getFile() + ": permission denied";
            case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason();
            default -> "A file could not be read or written: " + failure.getMessage();
        };
    }

    private static String place(Exception failure) {
        var trace = failure.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].getClassName() + " line " + trace[0].getLineNumber();
    }
}
