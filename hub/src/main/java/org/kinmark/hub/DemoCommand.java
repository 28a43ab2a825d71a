package org.kinmark.hub;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.ServicesFile;
import org.kinmark.exchange.Source;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.database.CannotStart;
import org.kinmark.hub.database.DemonstrationClock;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.staff.DemonstrationAccounts;
import org.kinmark.hub.staff.FirstAdministrator;
import org.kinmark.hub.staff.LendGuardian;
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
            "A second start on the same folder keeps what is there, and --exit answers what its round came to."
        })
final class DemoCommand implements Callable<Integer> {

    static final String TEAM = "Riverside Family Team";
    static final String COUNCIL = "Riverside Council";

    private static final String BODY = "Riverside Integrated Care Board";
    private static final String GOOD = "every bit was right";

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
        WrongCall.refuse(spec, data, port);
        var out = spec.commandLine().getOut();
        try (var hub = Running.start(data.resolve("hub"), "127.0.0.1", port, null, true)) {
            var people = people(hub);
            int code = empty ? 0 : round(hub, people, out);
            if (exit) {
                return code;
            }
            out.println("The hub is at http://localhost:" + hub.port() + ", until Ctrl-C.");
            out.println();
            personas(people, out);
            out.println("One for each role in each unit is in " + credentials() + ".");
            out.flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private Path credentials() {
        return data.resolve("demo-credentials.json");
    }

    /// Says on a terminal what is done now; whoever reads it from a pipe waits for the end.
    private void say(String stage) {
        if (Boolean.getBoolean("kinmark.terminal")) {
            spec.commandLine().getErr().println("kinmark: " + stage);
            spec.commandLine().getErr().flush();
        }
    }

    /// Ages are counted on the day on which the round is opened: an area of another day is invented anew.
    private Path invent(Running hub) throws IOException {
        var asOf = Moments.dayOf(hub.part(DemonstrationClock.class).instant().plus(DemonstrationRound.NOTICE));
        var area = data.resolve("area");
        if (!isOf(area, asOf)) {
            say("inventing an area");
            delete(area);
            Files.createDirectories(area);
            InventedArea.write(new Order(300, 12, 10_000, 1, Kind.DEFAULT, asOf), area, (_, _) -> {});
        }
        return area;
    }

    private static boolean isOf(Path area, LocalDate asOf) throws IOException {
        return Files.exists(area.resolve("truth.csv"))
                && JSON.readTree(Files.readAllBytes(area.resolve("agreement.json")))
                        .path("as_of")
                        .asString("")
                        .equals(asOf.toString());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Those who may sign in: made at the first start, and known from their file at each later one.
    ///
    /// The file is on the disk under another name before the accounts are, so that a start which was cut off can be
    /// made up for.
    private List<DemonstrationAccounts.Credential> people(Running hub) throws IOException {
        var accounts = hub.part(DemonstrationAccounts.class);
        var begun = data.resolve("demo-credentials.json.begun");
        if (!Files.exists(credentials())) {
            if (!accounts.exist()) {
                setUpUnits(hub, invent(hub));
                accounts.create(people -> keep(people, begun));
            }
            if (!Files.exists(begun)) {
                throw new CannotStart("The file of who may sign in is gone from " + data
                        + "; name another folder with --data, or empty this one");
            }
            Files.move(begun, credentials(), StandardCopyOption.ATOMIC_MOVE);
        }
        return known(credentials());
    }

    private static void keep(List<DemonstrationAccounts.Credential> people, Path file) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(people));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same again changes nothing.
    private static void setUpUnits(Running hub, Path area) throws IOException {
        var by = Actor.theHub(hub.part(FirstAdministrator.class).partnership(), false);
        var setUp = hub.part(SetUpUnits.class);
        setUp.create(by, unit(COUNCIL, TEAM, UnitKind.FAMILY_TEAM, "Riverside Stronger Families"));
        setUp.create(by, unit(BODY, BODY, UnitKind.HEALTH_BODY, null));
        if (ServicesFile.read(Source.of(area.resolve("services.csv")))
                instanceof Reading.Accepted<List<org.kinmark.exchange.ServiceEntry>>(var services, var _)) {
            setUp.createAll(by, services, COUNCIL);
        }
        lend(hub, by);
    }

    private static SetUpUnits.NewUnit unit(String body, String name, UnitKind kind, @Nullable String programme) {
        return new SetUpUnits.NewUnit(body, name, kind, null, null, null, null, programme);
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
    private static void lend(Running hub, Actor by) {
        var side = hub.part(StaffSide.class);
        var units = side.actForAll(() -> hub.part(Units.class).all(side));
        var body = units.stream()
                .filter(unit -> unit.kind() == UnitKind.HEALTH_BODY)
                .findFirst()
                .orElseThrow();
        units.stream()
                .filter(unit -> unit.kind() == UnitKind.GP_PRACTICE)
                .forEach(unit -> hub.part(LendGuardian.class).lend(by, unit.id(), body.id()));
    }

    /// Runs the round where none was run, and answers with what it came to: 0 only where every bit was right.
    private int round(Running hub, List<DemonstrationAccounts.Credential> people, PrintWriter out) throws IOException {
        var done = data.resolve("round").resolve("result.txt");
        if (Files.exists(done)) {
            return Files.readString(done).strip().equals(GOOD) ? 0 : 1;
        }
        if (isInTheWay(hub, people)) {
            spec.commandLine()
                    .getErr()
                    .println("kinmark: " + data + " holds an agreement already, and no round that the demonstration"
                            + " finished; name another folder with --data");
            return 1;
        }
        var area = invent(hub);
        var folder = Files.createDirectories(data.resolve("round"));
        var result = new DemonstrationRound(hub, people, area, folder).run(this::say);
        print(result, out);
        DemonstrationRound.write(done, result.isGood() ? GOOD : "wrong");
        return result.isGood() ? 0 : 1;
    }

    /// Whether somebody has begun a round here: the demonstration's own that was cut off, or one by hand.
    private static boolean isInTheWay(Running hub, List<DemonstrationAccounts.Credential> people) throws IOException {
        var coordinator = people.stream()
                .filter(one -> one.organisation().equals(TEAM) && one.role().equals("coordinator"))
                .findFirst()
                .orElseThrow();
        return !new HubClient("http://127.0.0.1:" + hub.port())
                .get(coordinator, "/api/v1/agreements")
                .isEmpty();
    }

    private void print(DemonstrationRound.Result result, PrintWriter out) {
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
    }
}
