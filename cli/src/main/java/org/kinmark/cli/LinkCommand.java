package org.kinmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Columns;
import org.kinmark.exchange.Mistake;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Source;
import org.kinmark.linkage.Assignment;
import org.kinmark.linkage.Evaluation;
import org.kinmark.linkage.Linker;
import org.kinmark.linkage.Model;
import org.kinmark.linkage.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `kinmark link`: finds for each record of one file the record of another that is the same person.
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Finds for each record of LEFT the record of RIGHT that is the same person.",
        description = {
            "",
            "Both are CSV files with a header. Whichever of these columns both have is compared: nhs_number, given_name, "
                    + "family_name, birth_date, sex, postcode, address, town; usual other headings are recognised. "
                    + "Nothing is trained on answers: all parameters are estimated from the two files.",
            "",
            "LINKS has the columns left_id, right_id, probability and weight (in bits, log2 of the odds), at most one row "
                    + "for a left record, in the order of LEFT.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kinmark link list.csv register.csv --out links.csv",
            "  kinmark link list.csv register.csv --out links.csv --report report.json --min-probability 0.9",
            "  kinmark link left.csv right.csv --out links.csv --truth truth.csv --report report.json",
            "  kinmark link list.csv register.csv --plan",
            "  kinmark link list.csv register.csv --out links.csv --explain links.html",
            "  kinmark link a.csv b.csv --out links.csv --columns given_name=Vorname,birth_date=Geburtstag",
            "",
            "Exit codes: 0 done, 1 the work failed, 2 the call or a file is wrong."
        })
final class LinkCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "LEFT", description = "The file whose people are looked for.")
    private Path left;

    @Parameters(index = "1", paramLabel = "RIGHT", description = "The file in which they are looked for.")
    private Path right;

    @Option(names = "--out", paramLabel = "LINKS", description = "Where the links are written.")
    private @Nullable Path out;

    @Option(
            names = "--plan",
            description = "Say what would be compared, by each rule and in the largest blocks, and compare nothing.")
    private boolean plan;

    @Option(
            names = "--left-id",
            paramLabel = "COL",
            defaultValue = "",
            description =
                    "The id column of LEFT (person_ref, person_id, patient_id, rec_id or id, whichever is there).")
    private String leftId;

    @Option(names = "--right-id", paramLabel = "COL", defaultValue = "", description = "The same of RIGHT.")
    private String rightId;

    @Option(
            names = "--left-family",
            paramLabel = "COL",
            defaultValue = "",
            description =
                    "The column of LEFT that says who is one family (family_ref or family_id where there is one).")
    private String leftFamily;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "NAME=HEADING",
            description = "Headings of columns that are called otherwise, in either file.")
    private Map<String, String> columns = Map.of();

    @Option(
            names = "--min-probability",
            paramLabel = "P",
            description = "Links from this probability on, 0 to 1 (default: the cut, at least 0.4, that the estimate "
                    + "makes best for F1).")
    private @Nullable Double minProbability;

    @Option(
            names = "--one-to-one",
            description = "A right record answers one left record only (the default where LEFT has families).")
    private boolean oneToOne;

    @Option(names = "--many-to-one", description = "A right record may answer several left records.")
    private boolean manyToOne;

    @Option(names = "--model", paramLabel = "FILE", description = "Use these parameters, and estimate none.")
    private @Nullable Path model;

    @Option(names = "--save-model", paramLabel = "FILE", description = "Keep the parameters (JSON).")
    private @Nullable Path saveModel;

    @Option(names = "--report", paramLabel = "FILE", description = "Counts, times and parameters (JSON).")
    private @Nullable Path report;

    @Option(
            names = "--explain",
            paramLabel = "PAGE",
            description =
                    "Why these links: a page (HTML) with the evidence of each pair, what each comparison tells, how "
                            + "sure the pairs are and why records have no link. It has ids and nobody's name.")
    private @Nullable Path explain;

    @Option(
            names = "--explain-pairs",
            paramLabel = "FILE",
            description = "Pairs (left_id,right_id) that the page is to explain too, whatever became of them.")
    private @Nullable Path explainPairs;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description =
                    "Pairs that are known to be the same person (left_id,right_id; also person_id,patient_id): the "
                            + "report and the summary then say how right the links are. No link depends on it.")
    private @Nullable Path truth;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads work (default: one a processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var terminal = new Terminal(spec.commandLine().getErr());
        var outputs = new LinkOutputs(
                Optional.ofNullable(out),
                Optional.ofNullable(saveModel),
                Optional.ofNullable(report),
                Optional.ofNullable(explain));
        var wrong = wrongCall().or(this::wrongNumber).or(() -> wrongFile(outputs));
        if (wrong.isPresent()) {
            return terminal.refuse(wrong.get());
        }
        Optional<Model> given = Optional.empty();
        if (model != null) {
            given = ModelFile.read(model);
            if (given.isEmpty()) {
                return terminal.refuse(model + ": this is not a model that kinmark link --save-model wrote");
            }
        }
        return switch (read(terminal)) {
            case Reading.Refused<Read>(var mistakes) -> terminal.refuse(mistakes);
            case Reading.Accepted<Read>(var read, var warnings) -> {
                warnings.forEach(terminal::say);
                var settings = new Settings(assignment(read.files.left()), cut(), given, threads, terminal);
                if (plan) {
                    plan(read.files, settings, terminal);
                } else {
                    link(read, settings, outputs, terminal);
                }
                yield 0;
            }
        };
    }

    /// What was read.
    ///
    /// @param truth pairs that are one person
    /// @param asked pairs that somebody asks about
    /// @param seconds that the two files took
    private record Read(TwoFiles files, Optional<PairsFile> truth, Optional<PairsFile> asked, double seconds) {}

    private Reading<Read> read(Terminal terminal) {
        var mistakes = new ArrayList<Mistake>();
        var warnings = new ArrayList<String>();
        var known = value(readPairs(truth), mistakes, warnings);
        var asked = value(readPairs(explainPairs), mistakes, warnings);
        if (!mistakes.isEmpty()) {
            return new Reading.Refused<>(mistakes);
        }
        long began = System.nanoTime();
        var where = new TwoFiles.Where(left, right, Columns.of(columns), leftId, leftFamily, rightId);
        var files = value(Optional.of(TwoFiles.read(where, terminal, threads)), mistakes, warnings);
        double seconds = (System.nanoTime() - began) / 1e9;
        return files.isPresent()
                ? new Reading.Accepted<>(new Read(files.get(), known, asked, seconds), warnings)
                : new Reading.Refused<>(mistakes);
    }

    private Optional<Reading<PairsFile>> readPairs(@Nullable Path file) {
        return Optional.ofNullable(file).map(path -> PairsFile.read(Source.of(path), leftId, rightId));
    }

    /// What was read; empty where nothing was, or where it was refused, and then its mistakes are kept.
    private static <T> Optional<T> value(Optional<Reading<T>> reading, List<Mistake> mistakes, List<String> warnings) {
        return reading.flatMap(one -> switch (one) {
            case Reading.Accepted<T>(var value, var said) -> {
                warnings.addAll(said);
                yield Optional.of(value);
            }
            case Reading.Refused<T>(var found) -> {
                mistakes.addAll(found);
                yield Optional.empty();
            }
        });
    }

    private void plan(TwoFiles files, Settings settings, Terminal terminal) {
        var planned = Linker.plan(files.left().records(), files.right().records(), settings);
        terminal.endProgress();
        new PlanTable(spec.commandLine().getOut(), planned, left, right).print();
    }

    private void link(Read read, Settings settings, LinkOutputs outputs, Terminal terminal) throws IOException {
        var files = read.files;
        var linkage = Linker.link(files.left().records(), files.right().records(), settings);
        var seconds = new LinkedHashMap<String, Double>();
        seconds.put("read", read.seconds);
        seconds.putAll(linkage.seconds());
        var evaluation = read.truth.map(
                known -> Evaluation.of(linkage.best(), linkage.cut().probability(), known.answers(files)));
        if (evaluation.filter(one -> one.answers() == 0).isPresent()) {
            terminal.say(truth + ": no pair here is of these two files, so that nothing can be said of the links");
        }
        var asked = read.asked.map(pairs -> pairs.of(files)).orElse(List.of());
        int unknown = read.asked.map(pairs -> pairs.pairs().size()).orElse(0) - asked.size();
        if (unknown > 0) {
            terminal.say(explainPairs + ": " + (unknown == 1 ? "one pair here is" : unknown + " pairs here are")
                    + " not of these two files, and left out");
        }
        outputs.write(new LinkOutputs.Linked(files, linkage, seconds, evaluation, asked));
        terminal.endProgress();
        var summary = new LinkSummary(spec.commandLine().getOut());
        summary.say(files, linkage);
        evaluation.filter(one -> one.answers() > 0).ifPresent(summary::say);
        outputs.page().ifPresent(summary::sayPage);
    }

    private Optional<String> wrongCall() {
        var unknown = Columns.unknown(columns, List.of(PeopleFile.schema()));
        if (!unknown.isEmpty()) {
            return Optional.of("--columns: there is no column " + unknown.getFirst() + " (see kinmark link --help)");
        }
        if (out == null && !plan) {
            return Optional.of("--out: say where the links are to be written (or --plan, to see what it would take)");
        }
        if (plan && Stream.of(out, report, saveModel, truth, explain).anyMatch(Objects::nonNull)) {
            return Optional.of("--plan writes nothing: leave out --out, --report, --save-model, --explain and --truth");
        }
        if (explainPairs != null && explain == null) {
            return Optional.of("--explain-pairs: say with --explain where the page is to be written");
        }
        if (oneToOne && manyToOne) {
            return Optional.of("--one-to-one and --many-to-one cannot both be");
        }
        return Optional.empty();
    }

    private Optional<String> wrongNumber() {
        if (minProbability != null && !(minProbability >= 0 && minProbability <= 1)) {
            return Optional.of("--min-probability: give a number from 0 to 1");
        }
        if (threads < 1 || threads > 1024) {
            return Optional.of("--threads: give a number from 1 to 1024");
        }
        return Optional.empty();
    }

    private Optional<String> wrongFile(LinkOutputs outputs) {
        for (var input :
                Stream.of(model, truth, explainPairs).filter(Objects::nonNull).toList()) {
            if (!Files.isRegularFile(input)) {
                return Optional.of(input + ": there is no such file");
            }
        }
        return outputs.obstacle(Stream.of(left, right, model, truth, explainPairs)
                .filter(Objects::nonNull)
                .toList());
    }

    private Assignment assignment(PeopleFile leftFile) {
        return oneToOne || leftFile.hasFamilies() && !manyToOne ? Assignment.ONE_TO_ONE : Assignment.MANY_TO_ONE;
    }

    private OptionalDouble cut() {
        return minProbability == null ? OptionalDouble.empty() : OptionalDouble.of(minProbability);
    }
}
