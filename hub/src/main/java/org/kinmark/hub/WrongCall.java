package org.kinmark.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// What can be wrong with the options that every command has, said before anything is started.
final class WrongCall {

    private static final int LAST_PORT = 65_535;

    private WrongCall() {}

    /// Refuses a port that is none, and a folder that is a file.
    ///
    /// @throws ParameterException with what to give instead
    static void refuse(CommandSpec spec, Path data, int port) {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port: give a number from 0 to " + LAST_PORT);
        }
        for (var path = data.toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.exists(path)) {
                if (!Files.isDirectory(path)) {
                    throw new ParameterException(spec.commandLine(), "--data: " + path + " is a file; name a folder");
                }
                return;
            }
        }
    }
}
