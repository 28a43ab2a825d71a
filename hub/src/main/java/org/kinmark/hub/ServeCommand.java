package org.kinmark.hub;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.staff.FirstAdministrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Runs the hub for real.
@Command(
        name = "serve",
        description = "Runs the hub: agreements, rounds, marking, release.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The database is the server that KINMARK_DATABASE_URL names"
                    + " (postgresql://USER:PASSWORD@HOST:PORT/DATABASE, a user who may create roles), or an embedded"
                    + " one in the data folder.",
            "Staff sign in with the provider that KINMARK_OIDC_ISSUER, KINMARK_OIDC_CLIENT_ID and"
                    + " KINMARK_OIDC_CLIENT_SECRET name; without one, with passwords kept here. A token of the API must be"
                    + " meant for that client, or for KINMARK_OIDC_AUDIENCE where that is set.",
            "Messages to staff go by the mail server that KINMARK_SMTP_HOST, KINMARK_SMTP_PORT, KINMARK_SMTP_USERNAME,"
                    + " KINMARK_SMTP_PASSWORD and KINMARK_SMTP_TLS name, from KINMARK_MAIL_FROM; without one there are"
                    + " none.",
            "Put a server that speaks TLS in front of it. Keep the data folder: it holds the keys of open rounds."
        })
final class ServeCommand implements Callable<Integer> {

    private static final int LONGEST = 200;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "kinmark-data",
            description = "Its own files, and the embedded database (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("kinmark-data");

    @Option(names = "--address", defaultValue = "127.0.0.1", description = "Listen here (default: ${DEFAULT-VALUE}).")
    private String address = "127.0.0.1";

    @Option(names = "--port", defaultValue = "8080", description = "Listen here (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--first-administrator",
            paramLabel = "NAME",
            description = "Invites whoever sets up everything else: prints a link that works once.")
    private @Nullable String firstAdministrator;

    @Option(
            names = "--of",
            paramLabel = "UNIT",
            description =
                    "With --first-administrator: for the unit whose sign-in names end in @UNIT, where none of its own"
                            + " administrators can sign in any more.")
    private @Nullable String of;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        WrongCall.refuse(spec, data, port);
        refuseWithoutName();
        var out = spec.commandLine().getOut();
        var url = System.getenv("KINMARK_DATABASE_URL");
        try (var hub = Running.start(data, address, port, url == null || url.isBlank() ? null : url, false)) {
            if (!say(out, hub)) {
                return 2;
            }
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private void refuseWithoutName() {
        if (firstAdministrator != null && (firstAdministrator.isBlank() || firstAdministrator.length() > LONGEST)) {
            throw new ParameterException(
                    spec.commandLine(), "--first-administrator: give a name of 1 to 200 characters");
        }
        if (of != null && firstAdministrator == null) {
            throw new ParameterException(spec.commandLine(), "--of: name somebody with --first-administrator");
        }
    }

    /// @return whether there is anything to serve for
    private boolean say(PrintWriter out, Running hub) {
        var address = "http://localhost:" + hub.port();
        if (firstAdministrator != null) {
            var first = hub.part(FirstAdministrator.class);
            var link =
                    of == null ? Optional.of(first.invite(firstAdministrator)) : first.invite(firstAdministrator, of);
            if (link.isEmpty()) {
                spec.commandLine().getErr().println("kinmark: --of: there is no unit whose sign-in names end so");
                return false;
            }
            out.println("Open this once, within seven days: " + address + link.get());
        }
        out.println("The hub is at " + address + ", until Ctrl-C.");
        out.flush();
        return true;
    }
}
