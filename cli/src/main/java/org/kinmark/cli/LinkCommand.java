package org.kinmark.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.kinmark.exchange.CsvFile;
import org.kinmark.exchange.NewFile;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Source;
import org.kinmark.linkage.Assignment;
import org.kinmark.linkage.Evaluation;
import org.kinmark.linkage.Linkage;
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
            "  kinmark link a.csv b.csv --out links.csv --columns given_name=Vorname,birth_date=Geburtstag",
            "",
            "Exit codes: 0 done, 1 the work failed, 2 the call or a file is wrong."
        })
final class LinkCommand implements Callable<Integer> {

    /// Odds of 2^50 are as sure as a probability can be written.
    private static final double SUREST = 1 - 0x1p-50;

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
        var wrong = wrongCall();
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
        Optional<TruthFile> known = Optional.empty();
        if (truth != null) {
            switch (TruthFile.read(Source.of(truth), leftId, rightId)) {
                case Reading.Accepted<TruthFile>(var read, var _) -> known = Optional.of(read);
                case Reading.Refused<TruthFile>(var mistakes) -> {
                    return terminal.refuse(mistakes);
                }
            }
        }
        long began = System.nanoTime();
        var where = new TwoFiles.Where(left, right, Columns.of(columns), leftId, leftFamily, rightId);
        return switch (TwoFiles.read(where, terminal, threads)) {
            case Reading.Refused<TwoFiles>(var mistakes) -> terminal.refuse(mistakes);
            case Reading.Accepted<TwoFiles>(var files, var warnings) -> {
                warnings.forEach(terminal::say);
                var settings = new Settings(assignment(files.left()), cut(), given, threads, terminal);
                if (plan) {
                    var planned =
                            Linker.plan(files.left().records(), files.right().records(), settings);
                    terminal.endProgress();
                    new PlanTable(spec.commandLine().getOut(), planned, left, right).print();
                } else {
                    var seconds = new LinkedHashMap<String, Double>();
                    seconds.put("read", since(began));
                    link(files, settings, known, seconds, terminal);
                }
                yield 0;
            }
        };
    }

    private void link(
            TwoFiles files,
            Settings settings,
            Optional<TruthFile> known,
            Map<String, Double> seconds,
            Terminal terminal)
            throws IOException {
        var linkage = Linker.link(files.left().records(), files.right().records(), settings);
        seconds.putAll(linkage.seconds());
        var evaluation = known.map(answers ->
                Evaluation.of(linkage.best(), linkage.cut().probability(), answers.of(files.left(), files.right())));
        if (evaluation.filter(one -> one.answers() == 0).isPresent()) {
            terminal.say(truth + ": no pair here is of these two files, so that nothing can be said of the links");
        }
        write(files.left(), files.right(), linkage, seconds, evaluation.orElse(null));
        terminal.endProgress();
        var summary = new LinkSummary(spec.commandLine().getOut());
        summary.say(files.left(), files.right(), linkage);
        evaluation.filter(one -> one.answers() > 0).ifPresent(summary::say);
    }

    private Optional<String> wrongCall() throws IOException {
        var unknown = Columns.unknown(columns, List.of(PeopleFile.schema()));
        if (!unknown.isEmpty()) {
            return Optional.of("--columns: there is no column " + unknown.getFirst() + " (see kinmark link --help)");
        }
        if (out == null && !plan) {
            return Optional.of("--out: say where the links are to be written (or --plan, to see what it would take)");
        }
        if (plan && Stream.of(out, report, saveModel, truth).anyMatch(Objects::nonNull)) {
            return Optional.of("--plan writes nothing: leave out --out, --report, --save-model and --truth");
        }
        if (oneToOne && manyToOne) {
            return Optional.of("--one-to-one and --many-to-one cannot both be");
        }
        if (minProbability != null && !(minProbability >= 0 && minProbability <= 1)) {
            return Optional.of("--min-probability: give a number from 0 to 1");
        }
        if (threads < 1 || threads > 1024) {
            return Optional.of("--threads: give a number from 1 to 1024");
        }
        for (var input : Stream.of(model, truth).filter(Objects::nonNull).toList()) {
            if (!Files.isRegularFile(input)) {
                return Optional.of(input + ": there is no such file");
            }
        }
        for (var output :
                Stream.of(out, report, saveModel).filter(Objects::nonNull).toList()) {
            var obstacle = NewFile.obstacle(output);
            if (obstacle.isPresent()) {
                return Optional.of(output + ": " + obstacle.get());
            }
        }
        for (var input : Stream.of(left, right, truth).filter(Objects::nonNull).toList()) {
            if (out != null && Files.exists(out) && Files.exists(input) && Files.isSameFile(out, input)) {
                return Optional.of("--out: name another file than those that are read");
            }
        }
        return Optional.empty();
    }

    private Assignment assignment(PeopleFile leftFile) {
        return oneToOne || leftFile.hasFamilies() && !manyToOne ? Assignment.ONE_TO_ONE : Assignment.MANY_TO_ONE;
    }

    private OptionalDouble cut() {
        return minProbability == null ? OptionalDouble.empty() : OptionalDouble.of(minProbability);
    }

    private void write(
            PeopleFile leftFile,
            PeopleFile rightFile,
            Linkage linkage,
            Map<String, Double> seconds,
            @Nullable Evaluation evaluation)
            throws IOException {
        long began = System.nanoTime();
        try (var file = NewFile.at(Objects.requireNonNull(out))) {
            try (var rows = CsvFile.exact(file.writer(), LinksColumn.values())) {
                for (var link : linkage.links()) {
                    double probability = Math.min(link.probability(), SUREST);
                    rows.row(
                            leftFile.ids().get(link.left()),
                            rightFile.ids().get(link.right()),
                            Double.toString(probability),
                            sixDecimals(bits(probability)));
                }
            }
            file.commit();
        }
        if (saveModel != null) {
            ModelFile.write(saveModel, linkage.model());
        }
        seconds.put("write", since(began));
        if (report != null) {
            ModelFile.write(report, LinkReport.of(leftFile, rightFile, linkage, seconds, evaluation));
        }
    }

    /// The columns of the links, in order.
    private enum LinksColumn {
        LEFT_ID,
        RIGHT_ID,
        PROBABILITY,
        WEIGHT
    }

    /// From the probability as it is written, so that a reader who computes it comes to the same.
    private static double bits(double probability) {
        return Math.log(probability / (1 - probability)) / Math.log(2);
    }

    private static String sixDecimals(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).toPlainString();
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
