package org.kinmark.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.CsvFile;
import org.kinmark.exchange.Mistake;
import org.kinmark.exchange.NewFile;
import org.kinmark.exchange.NewFolder;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.ServiceEntry;
import org.kinmark.synthetic.InventedArea;
import org.kinmark.synthetic.Kind;
import org.kinmark.synthetic.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `kinmark rehearse`: a whole round over an invented area, in files.
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Runs a whole round over an invented area, in files: no server, no database.",
        description = {
            "",
            "For each service the list that it would get, then the marker as a process of its own on that service's files "
                    + "only, then a professional's judgement (suggestions are accepted, doubtful families decided from "
                    + "the truth), then the pool: one bit a family.",
            "",
            "DIR holds services/<service_id>/ with list.csv, agreement.json, review.csv, decisions.csv and marks.csv; "
                    + "map.csv, which only release may read; released.csv; and held.csv, all that the team holds "
                    + "afterwards, for kinmark attack.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kinmark rehearse",
            "  kinmark generate --families 2700 --services 50 --out area",
            "  kinmark rehearse area --out round",
            "",
            "Exit codes: 0 every released bit follows from the services' marks, and links are good (precision at least "
                    + ".99, recall at least .90); 1 not so, or the work failed; 2 the call or a file is wrong."
        })
final class RehearseCommand implements Callable<Integer> {

    private static final NewFolder.Contents CONTENTS = new NewFolder.Contents(
            "map.csv",
            Pattern.compile("(map|released|held)\\.csv"
                    + "|services/[^/]+/(list\\.csv|agreement\\.json|review\\.csv|decisions\\.csv|marks\\.csv)"
                    + "|area/(" + Area.CONTENTS.files().pattern() + ")"));

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "AREA",
            description = "What kinmark generate wrote. Left out: an area of 300 families is invented in DIR/area.")
    private @Nullable Path area;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the round's files go; an earlier rehearsal there is replaced (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("rehearsal");

    @Spec
    private CommandSpec spec;

    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long began = System.nanoTime();

    @Override
    public Integer call() throws IOException {
        var terminal = new Terminal(spec.commandLine().getErr());
        var refusal = NewFolder.refusal(out, CONTENTS);
        if (refusal.isPresent()) {
            return terminal.refuse(out + ": " + refusal.get());
        }
        if (area != null
                && Files.exists(area)
                && Files.exists(out)
                && area.toRealPath().startsWith(out.toRealPath())) {
            return terminal.refuse(out + ": the area lies in it and would be replaced; name another folder");
        }
        try (var folder = NewFolder.at(out)) {
            var invented = folder.path().resolve("area");
            if (area == null) {
                InventedArea.write(
                        new Order(300, 12, 10_000, 1, Kind.DEFAULT, LocalDate.of(2026, 10, 1)),
                        Files.createDirectory(invented),
                        terminal);
                ended("inventing an area");
            }
            return switch (Area.read(area == null ? invented : area)) {
                case Reading.Refused<Area>(var mistakes) -> terminal.refuse(mistakes);
                case Reading.Accepted<Area>(var read, var _) -> rehearse(read, folder, terminal);
            };
        }
    }

    private int rehearse(Area read, NewFolder folder, Terminal terminal) throws IOException {
        var mistakes = new ArrayList<Mistake>();
        var notToBeFound = lookThrough(read, mistakes);
        if (!mistakes.isEmpty()) {
            return terminal.refuse(mistakes);
        }
        ended("reading");
        var round = ComposeRound.of(read);
        ended("lists and checks");
        var results = mark(read, round, notToBeFound, folder.path(), terminal);
        ended("marking, " + results.size() + " services");
        var released = Released.of(round, results);
        write(round, released, folder.path());
        Holdings.write(read, round, released, folder.path());
        ended("pool and release");
        var wrong = ReleaseAudit.wrong(folder.path(), kinds(read));
        folder.commit();
        terminal.endProgress();
        var links = RehearsalTable.Links.of(results);
        var stdout = spec.commandLine().getOut();
        new RehearsalTable(round, results, released, links, seconds).print(stdout);
        stdout.println(
                "The round's files are in " + out + (area == null ? ", the area in " + out.resolve("area") : ""));
        stdout.flush();
        if (!wrong.isEmpty()) {
            return terminal.fail(wrong.size() + " released bits do not follow from the services' marks");
        }
        return links.areGood()
                ? 0
                : terminal.fail("links are not good enough: precision at least .99 and recall at least .90 are wanted");
    }

    /// Looks through every register: who is not to be found in it, and whether somebody real is.
    private static Map<String, Set<String>> lookThrough(Area area, List<Mistake> mistakes) {
        var notToBeFound = new LinkedHashMap<String, Set<String>>();
        for (var service : area.services()) {
            var reading = RegisterCheck.notToBeFound(
                    area.serviceFile(service, "register.csv"),
                    area.serviceFile(service, "objections.csv"),
                    area.agreement().asOf());
            switch (reading) {
                case Reading.Accepted<Set<String>>(var patients, var _) -> notToBeFound.put(service.id(), patients);
                case Reading.Refused<Set<String>>(var found) -> mistakes.addAll(found);
            }
        }
        return notToBeFound;
    }

    /// All services side by side, as many at once as there are processors.
    private static List<AskedService.Result> mark(
            Area area, Round round, Map<String, Set<String>> notToBeFound, Path folder, Terminal terminal)
            throws IOException {
        var done = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var running = round.lists().entrySet().stream()
                    .map(each -> CompletableFuture.supplyAsync(
                            () -> {
                                var service = each.getKey();
                                var result = mark(area, round, service, notToBeFound, folder);
                                terminal.report(
                                        "Marking at the services",
                                        (double) done.incrementAndGet()
                                                / round.lists().size());
                                return result;
                            },
                            threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException io && io.getCause() != null
                    ? io.getCause()
                    : new IOException("the marker did not run", e);
        }
    }

    private static AskedService.Result mark(
            Area area, Round round, ServiceEntry service, Map<String, Set<String>> notToBeFound, Path folder) {
        try {
            var list = Objects.requireNonNull(round.lists().get(service));
            return new AskedService(
                            area,
                            round,
                            service,
                            list,
                            folder.resolve("services").resolve(service.id()))
                    .mark(notToBeFound.getOrDefault(service.id(), Set.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Round round, Released released, Path folder) throws IOException {
        try (var file = NewFile.at(folder.resolve("map.csv"))) {
            try (var rows = CsvFile.exact(file.writer(), ReleaseAudit.MapColumn.values())) {
                for (var list : round.lists().entrySet()) {
                    for (var family : list.getValue().families()) {
                        rows.row(
                                list.getKey().id(),
                                family.value(),
                                String.valueOf(round.families().get(family.value())));
                    }
                }
            }
            file.commit();
        }
        try (var file = NewFile.at(folder.resolve("released.csv"))) {
            try (var rows = CsvFile.exact(file.writer(), ReleaseAudit.ReleasedColumn.values())) {
                for (var family : released.bits().entrySet()) {
                    rows.row(family.getKey(), family.getValue() ? "1" : "0");
                }
            }
            file.commit();
        }
    }

    private static Map<String, String> kinds(Area area) {
        return area.services().stream()
                .collect(Collectors.toMap(
                        ServiceEntry::id, service -> service.kind().name().toLowerCase(Locale.ROOT)));
    }

    private void ended(String stage) {
        long now = System.nanoTime();
        seconds.put(stage, (now - began) / 1e9);
        began = now;
    }
}
