package org.kinmark.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// One run of the command line, as a user sees it.
///
/// @param exit the exit code
/// @param out standard output
/// @param err standard error, line by line
record Run(int exit, String out, List<String> err) {

    static Run of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(exit, out.toString(), err.toString().lines().toList());
    }
}
