package org.kinmark.hub;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.ServicesFile;
import org.kinmark.exchange.Source;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.database.DemonstrationClock;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.staff.DemonstrationAccounts;
import org.kinmark.hub.staff.FirstAdministrator;
import org.kinmark.hub.staff.SetUpUnits;
import org.kinmark.hub.staff.UnitKind;
import org.kinmark.hub.staff.Units;
import org.kinmark.synthetic.InventedArea;
import org.kinmark.synthetic.Kind;
import org.kinmark.synthetic.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Shows everything, with people who do not exist.
@Command(
        name = "demo",
        description = "Starts the hub with an invented area, runs a whole round through it, and stays up until Ctrl-C.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "DIR/area holds the invented area, DIR/round the round's files, DIR/demo-credentials.json who may sign in.",
            "A second start on the same folder keeps what is there."
        })
final class DemoCommand implements Callable<Integer> {

    static final String TEAM = "Riverside Family Team";
    static final String COUNCIL = "Riverside Council";

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    @Option(names = "--exit", description = "Stop after the round; exit 0 only where every bit was right.")
    private boolean exit;

    @Option(names = "--empty", description = "The accounts, and no families.")
    private boolean empty;

    @Option(names = "--data", paramLabel = "DIR", description = "Its folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("kinmark-demo");

    @Option(names = "--port", description = "Listen here (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = spec.commandLine().getOut();
        try (var hub = Running.start(data.resolve("hub"), "127.0.0.1", port, null, true)) {
            var credentials = data.resolve("demo-credentials.json");
            boolean isNew = !Files.exists(credentials);
            int code = 0;
            if (isNew) {
                var area = invent(hub);
                var people = setUp(hub, area, credentials);
                code = empty ? 0 : round(hub, area, people, out);
            }
            if (exit) {
                return code;
            }
            out.println("The hub is at http://localhost:" + hub.port() + ", until Ctrl-C.");
            out.println();
            personas(known(credentials), out);
            out.println("One for each role in each unit is in " + credentials + ".");
            out.flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }

    /// Ages are counted on the day on which the round is opened.
    private Path invent(Running hub) throws IOException {
        var asOf = Moments.dayOf(hub.part(DemonstrationClock.class).instant().plus(DemonstrationRound.NOTICE));
        var area = data.resolve("area");
        if (!Files.exists(area.resolve("truth.csv"))) {
            Files.createDirectories(area);
            InventedArea.write(new Order(300, 12, 10_000, 1, Kind.DEFAULT, asOf), area, (_, _) -> {});
        }
        return area;
    }

    private static List<DemonstrationAccounts.Credential> setUp(Running hub, Path area, Path credentials)
            throws IOException {
        var by = Actor.theHub(hub.part(FirstAdministrator.class).partnership(), false);
        var setUp = hub.part(SetUpUnits.class);
        setUp.create(
                by,
                new SetUpUnits.NewUnit(
                        COUNCIL, TEAM, UnitKind.FAMILY_TEAM, null, null, null, null, "Riverside Stronger Families"));
        var body = setUp.create(
                by,
                new SetUpUnits.NewUnit(
                        "Riverside Integrated Care Board",
                        "Riverside Integrated Care Board",
                        UnitKind.HEALTH_BODY,
                        null,
                        null,
                        null,
                        null,
                        null));
        if (body.isPresent()
                && ServicesFile.read(Source.of(area.resolve("services.csv")))
                        instanceof Reading.Accepted<List<org.kinmark.exchange.ServiceEntry>>(var services, var _)) {
            setUp.createAll(by, services, COUNCIL);
            lend(hub, setUp, body.get());
        }
        var people = hub.part(DemonstrationAccounts.class).create();
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var made = Files.createTempFile(
                Objects.requireNonNull(credentials.toAbsolutePath().getParent()), "credentials", ".json", owner);
        Files.write(made, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(people));
        Files.move(made, credentials, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        return people;
    }

    private static List<DemonstrationAccounts.Credential> known(Path credentials) throws IOException {
        return List.of(JSON.readValue(Files.readAllBytes(credentials), DemonstrationAccounts.Credential[].class));
    }

    /// One of each kind of person, to sign in as.
    private static void personas(List<DemonstrationAccounts.Credential> people, PrintWriter out) {
        out.printf(Locale.ROOT, "%-28s %-33s %-60s %s%n", "Sign in as", "of", "with the name", "and the password");
        var seen = new HashSet<String>();
        for (var one : people) {
            boolean isTheTeam = one.kind().equals("family_team");
            var role = one.role().replace('_', ' ');
            if (isTheTeam
                    || one.kind().equals("gp_practice")
                    || one.kind().equals("health_body")
                    || one.kind().equals("partnership")) {
                if (seen.add(one.kind() + one.role())
                        && (isTheTeam || !one.role().startsWith("senior"))) {
                    out.printf(
                            Locale.ROOT,
                            "%-28s %-33s %-60s %s%n",
                            role,
                            one.organisation(),
                            one.username(),
                            one.password());
                }
            }
        }
        out.println();
    }

    /// A practice has no Caldicott Guardian of its own.
    private static void lend(Running hub, SetUpUnits setUp, UUID body) {
        var side = hub.part(StaffSide.class);
        side.actForAll(() -> hub.part(Units.class).all(side)).stream()
                .filter(unit -> unit.kind() == UnitKind.GP_PRACTICE)
                .forEach(unit -> setUp.lendGuardian(unit.id(), body));
    }

    private int round(Running hub, Path area, List<DemonstrationAccounts.Credential> people, PrintWriter out)
            throws IOException {
        var folder = Files.createDirectories(data.resolve("round"));
        var result = new DemonstrationRound(hub, people, area, folder).run();
        for (Map.Entry<String, Integer> count : result.counts().entrySet()) {
            out.printf(Locale.ROOT, "%-50s %,9d%n", count.getKey(), count.getValue());
        }
        out.printf(
                Locale.ROOT, "%-50s %9.4f%n", "Link precision", result.quality().precision());
        out.printf(Locale.ROOT, "%-50s %9.4f%n", "Link recall", result.quality().recall());
        out.flush();
        if (result.wrong() > 0) {
            spec.commandLine()
                    .getErr()
                    .println("kinmark: " + result.wrong() + " released bits do not follow from the services' marks");
        }
        return result.isGood() ? 0 : 1;
    }
}
