package org.kinmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Held;
import org.kinmark.exchange.HeldFile;
import org.kinmark.exchange.HeldRow;
import org.kinmark.exchange.Mistake;
import org.kinmark.exchange.NewFile;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Source;
import org.kinmark.rules.attack.Attack;
import org.kinmark.rules.attack.BaseRates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `kinmark attack`: plays a curious analyst over what the team holds.
@Command(
        name = "attack",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Plays a curious analyst: what follows from the team's lists and bits, the worst first.",
        description = {
            "",
            "HELD is what the team holds of rounds that were released, a row for each person, kind of service that the "
                    + "person was listed to, and indicator: round, as_of, family_id, person_id, birth_date, sex, kind, "
                    + "of_council (yes or no), indicator, min_age, max_age, indicator_sex, mark (1 or 0); rounds in the "
                    + "order of their release. "
                    + "kinmark rehearse writes one, held.csv.",
            "",
            "By logic, with facts taken as unchanging and no signal as \"nobody\": who, which indicator and which kind "
                    + "of specialist is certain. On rounds of twelve months that passed the checks nothing is; the "
                    + "checks look no further back, and whoever keeps older bits can. With the base rates of the "
                    + "programme's cohort: how much likelier the rest became, in bits.",
            "",
            "What it prints speaks of people by the team's own references. Run it on invented rounds, or where an "
                    + "information governance lead or a Caldicott Guardian wants to know, and keep it as you keep marks.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kinmark rehearse --out round",
            "  kinmark attack round/held.csv",
            "  kinmark attack held.csv --base-rates rates.csv --out findings.csv --fail-on-certainty",
            "",
            "Exit codes: 0 done, whatever was found; 1 something is certain and --fail-on-certainty was given, or the "
                    + "work failed; 2 the call or a file is wrong."
        })
final class AttackCommand implements Callable<Integer> {

    private static final double LEAST_KNOWN = 0.001;

    @Parameters(paramLabel = "HELD", description = "What the team holds (CSV).")
    private Path file;

    @Option(
            names = "--base-rates",
            paramLabel = "FILE",
            description =
                    "How common needs are (CSV: indicator, rate such as 0.33): the share of families in which somebody "
                            + "has it. "
                            + "Replaces the cohort's figures, and 0.05 for an indicator of which none is known.")
    private @Nullable Path baseRates;

    @Option(
            names = "--known",
            paramLabel = "P",
            description = "The chance that a service says of a need that it could know, 0.001 to 0.999 (default: "
                    + "${DEFAULT-VALUE}; at least 18 %% of people on a list are found in no register).")
    private double known = Attack.KNOWN;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "How many of the findings that are not certain are printed of each kind (default: "
                    + "${DEFAULT-VALUE}).")
    private int top = 10;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Every finding (CSV), for whoever writes it alone, as the next.")
    private @Nullable Path out;

    @Option(names = "--json", paramLabel = "FILE", description = "The same (JSON).")
    private @Nullable Path json;

    @Option(names = "--fail-on-certainty", description = "Exit 1 where anything is certain that no bit may tell.")
    private boolean failOnCertainty;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var terminal = new Terminal(spec.commandLine().getErr());
        var wrong = wrongCall();
        if (wrong.isPresent()) {
            return terminal.refuse(wrong.get());
        }
        var mistakes = new ArrayList<Mistake>();
        var warnings = new ArrayList<String>();
        var rates = baseRates == null
                ? Optional.of(Map.<String, Double>of())
                : keep(BaseRatesFile.read(Source.of(baseRates)), mistakes, warnings);
        Optional<List<HeldRow>> rows = keep(HeldFile.read(Source.of(file).reportingTo(terminal)), mistakes, warnings);
        if (rates.isEmpty() || rows.isEmpty()) {
            return terminal.refuse(mistakes);
        }
        warnings.forEach(terminal::say);
        warnOfRates(rates.get().keySet(), rows.get(), terminal);
        return attack(Held.of(rows.get()), BaseRates.COHORT.with(rates.get()), terminal);
    }

    private int attack(Held held, BaseRates rates, Terminal terminal) throws IOException {
        terminal.report("Working out what follows", -1);
        var attack = Attack.on(held.answers(), rates, known);
        var report = AttackReport.of(attack, held);
        if (out != null) {
            report.writeTable(out);
        }
        if (json != null) {
            report.writeJson(json);
        }
        terminal.endProgress();
        var printed = spec.commandLine().getOut();
        new AttackTable(held, attack, known, top).print(printed);
        // A full disk is told to nobody else: a stream of the process swallows it.
        if (printed.checkError() || System.out.checkError()) {
            return terminal.fail("standard output could not be written to the end");
        }
        return failOnCertainty && attack.namesAnything()
                ? terminal.fail("something is certain that no bit may tell; it stands above")
                : 0;
    }

    private static <T> Optional<T> keep(Reading<T> reading, List<Mistake> mistakes, List<String> warnings) {
        return switch (reading) {
            case Reading.Accepted<T>(var value, var said) -> {
                warnings.addAll(said);
                yield Optional.of(value);
            }
            case Reading.Refused<T>(var found) -> {
                mistakes.addAll(found);
                yield Optional.empty();
            }
        };
    }

    /// A figure that nothing uses was meant for something. Its name is not told: it may be no indicator's.
    private void warnOfRates(Set<String> given, List<HeldRow> rows, Terminal terminal) {
        var unused = new HashSet<>(given);
        rows.forEach(row -> unused.remove(row.indicator()));
        if (!unused.isEmpty()) {
            terminal.say(baseRates + ": HELD asks about " + unused.size() + " of these indicators nowhere");
        }
    }

    private Optional<String> wrongCall() throws IOException {
        if (!(known >= LEAST_KNOWN && known <= 1 - LEAST_KNOWN)) {
            return Optional.of("--known: give a number from 0.001 to 0.999");
        }
        if (top < 0) {
            return Optional.of("--top: give a number from 0 on");
        }
        for (var output : Stream.of(out, json).filter(Objects::nonNull).toList()) {
            var obstacle = NewFile.obstacle(output);
            if (obstacle.isPresent()) {
                return Optional.of(output + ": " + obstacle.get());
            }
            for (var input : Stream.of(file, baseRates).filter(Objects::nonNull).toList()) {
                if (isOne(output, input)) {
                    return Optional.of(output + ": name another file than those that are read");
                }
            }
        }
        return out != null && json != null && isOne(out, json)
                ? Optional.of("--out and --json: name two files")
                : Optional.empty();
    }

    /// Whether two names are one file's, or would be: in one folder, whichever way leads there.
    private static boolean isOne(Path one, Path other) throws IOException {
        if (Files.exists(one) && Files.exists(other)) {
            return Files.isSameFile(one, other);
        }
        return place(one).equals(place(other));
    }

    private static Path place(Path file) throws IOException {
        var whole = file.toAbsolutePath().normalize();
        var folder = whole.getParent();
        return folder == null || !Files.isDirectory(folder)
                ? whole
                : folder.toRealPath().resolve(whole.getFileName());
    }
}
