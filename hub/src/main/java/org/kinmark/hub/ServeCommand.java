package org.kinmark.hub;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.staff.FirstAdministrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "Put a server that speaks TLS in front of it. Keep the data folder: it holds the keys of open rounds."
        })
final class ServeCommand implements Callable<Integer> {

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

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        WrongCall.refuse(spec, data, port);
        var out = spec.commandLine().getOut();
        var url = System.getenv("KINMARK_DATABASE_URL");
        try (var hub = Running.start(data, address, port, url == null || url.isBlank() ? null : url, false)) {
            say(out, hub);
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private void say(PrintWriter out, Running hub) {
        var address = "http://localhost:" + hub.port();
        if (firstAdministrator != null) {
            out.println("Open this once, within seven days: " + address
                    + hub.part(FirstAdministrator.class).invite(firstAdministrator));
        }
        out.println("The hub is at " + address + ", until Ctrl-C.");
        out.flush();
    }
}
