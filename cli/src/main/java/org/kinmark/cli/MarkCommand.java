package org.kinmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Columns;
import org.kinmark.exchange.Marks;
import org.kinmark.exchange.MarksFile;
import org.kinmark.exchange.NewFile;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Source;
import org.kinmark.linkage.WrittenDate;
import org.kinmark.marker.Judging;
import org.kinmark.marker.Marker;
import org.kinmark.marker.MarkingFiles;
import org.kinmark.marker.MarkingSettings;
import org.kinmark.marker.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `kinmark mark`: what a health service runs, on its own machine, to judge the families of a list.
@Command(
        name = "mark",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Finds the families of a list in your register, suggests those whose records meet what was agreed, and"
                    + " marks those that you judge a priority.",
            "",
            "You run it twice. First it writes a review, for a professional to judge: review.html is a page that opens"
                    + " in any browser, with a button that saves decisions.csv. Then, with those decisions, it writes"
                    + " marks.csv: for each family of the list 1 or 0, never who and never what. Only marks.csv leaves"
                    + " your service. The register, the conditions, the review and the decisions stay: this command has"
                    + " no network code.",
            "",
            "A register that holds only the patients who have an agreed code is safer than your whole register:"
                    + " everyone else's record then never enters this process, nor a file on the way to it, and what is"
                    + " not there cannot be shown or lost. Families of whom nobody is in it are simply not suggested."
                    + " The price: the fewer patients, the less the tool can learn about which names are common, so more"
                    + " links may be left to you as doubtful.",
            ""
        },
        footerHeading = "%nExamples, for a practice manager:%n",
        footer = {
            "  1. Find what there is to judge:",
            "     kinmark mark --list list.csv --agreement agreement.json \\",
            "       --register register.csv --conditions conditions.csv \\",
            "       --objections objections.csv --review review.html",
            "  2. Open review.html, let a professional decide, save decisions.csv.",
            "  3. Write the marks:",
            "     kinmark mark --list list.csv --agreement agreement.json \\",
            "       --register register.csv --conditions conditions.csv \\",
            "       --objections objections.csv --decisions decisions.csv \\",
            "       --judged-by \"Dr A Silva\" --out marks.csv",
            "  4. Send marks.csv. Keep a copy for disputes; delete the review and the decisions.",
            "",
            "Exit codes: 0 done; 1 the work could not be finished; 2 the call or a file is wrong, one line for each",
            "mistake, and nothing written."
        })
final class MarkCommand implements Callable<Integer> {

    @Option(names = "--list", required = true, paramLabel = "FILE", description = "The list that you were sent.")
    private Path list;

    @Option(
            names = "--agreement",
            required = true,
            paramLabel = "FILE",
            description = "The agreement that came with it.")
    private Path agreement;

    @Option(
            names = "--register",
            required = true,
            paramLabel = "FILE",
            description =
                    "Your patients: patient_id, nhs_number, given_name, family_name, birth_date, sex, postcode; if"
                            + " you like registered_until and died_on: nobody is matched after them.")
    private Path register;

    @Option(
            names = "--conditions",
            required = true,
            paramLabel = "FILE",
            description =
                    "Their codes: patient_id, code, recorded_on; if you like ended_on. A code is a SNOMED CT id or"
                            + " system|value, such as icd10|F32.")
    private Path conditions;

    @Option(
            names = "--objections",
            paramLabel = "FILE",
            description = "Patients (patient_id) who object. They are dropped before anything else.")
    private @Nullable Path objections;

    @Option(
            names = "--review",
            paramLabel = "FILE",
            description = "Where to write the review; its ending, .html or .csv, decides. May be given twice. Stays at"
                    + " your service.")
    private List<Path> reviews = new ArrayList<>();

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = "A professional's decisions: family_ref, decision (priority, not_priority, not_judged). Every"
                    + " family that was suggested or has a doubtful link must be there; others may. Stays at your"
                    + " service.")
    private @Nullable Path decisions;

    @Option(names = "--judged-by", paramLabel = "NAME", description = "The professional who declares these decisions.")
    private @Nullable String judgedBy;

    @Option(
            names = "--accept-suggestions",
            description = "For rehearsals and tests: judge as suggested, without a professional.")
    private boolean acceptSuggestions;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the marks. The only file that leaves.")
    private @Nullable Path out;

    @Option(
            names = "--links",
            paramLabel = "FILE",
            description = "Where to write who was taken for which patient: person_ref, patient_id, probability, link."
                    + " Stays at your service.")
    private @Nullable Path links;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Count ages and months on this day and not on the agreement's.")
    private @Nullable String asOf;

    @Option(
            names = "--accept",
            paramLabel = "P",
            description = "Take a link as certain from this probability on. Left out: the lowest, not under 0.95, at"
                    + " which 999 of 1,000 such links are expected to be right.")
    private @Nullable Double accept;

    @Option(
            names = "--doubtful",
            paramLabel = "P",
            description = "Show a link to the professional from this probability on (default: ${DEFAULT-VALUE}).")
    private double doubtful = MarkingSettings.DOUBTFUL;

    @Option(
            names = "--columns",
            paramLabel = "NAME=HEADING",
            split = ",",
            description = "Headings of your own files where they are unusual, such as patient_id=EMIS,birth_date=Born.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        check();
        var day = day();
        var terminal = new Terminal(spec.commandLine().getErr());
        try (var files = new NewFiles()) {
            var reviewFiles = files.beginAll(reviews);
            var linkFiles = files.beginAll(links == null ? List.of() : List.of(links));
            var markFiles = files.beginAll(judged() && out != null ? List.of(out) : List.of());
            return switch (Marker.review(inputs(), settings(day, terminal))) {
                case Reading.Refused<Review>(var mistakes) -> terminal.refuse(mistakes);
                case Reading.Accepted<Review>(var review, var warnings) -> {
                    warnings.forEach(terminal::say);
                    files.write(reviewFiles, (path, writer) -> {
                        if (isPage(path)) {
                            review.writePage(writer);
                        } else {
                            review.writeCsv(writer);
                        }
                    });
                    files.write(linkFiles, (_, writer) -> review.writeLinks(writer));
                    yield finish(review, files, markFiles, terminal);
                }
            };
        }
    }

    private int finish(Review review, NewFiles files, List<Path> markFiles, Terminal terminal) throws IOException {
        if (!judged()) {
            files.commit();
            boolean removed = out != null && Files.deleteIfExists(out);
            say(
                    review,
                    removed
                            ? "No marks were written, and the older " + out + " was removed."
                            : "No marks were written.");
            return 0;
        }
        return switch (marks(review)) {
            case Reading.Refused<Marks>(var mistakes) -> terminal.refuse(mistakes);
            case Reading.Accepted<Marks>(var marks, var warnings) -> {
                warnings.forEach(terminal::say);
                files.write(markFiles, (_, writer) -> MarksFile.write(marks, writer));
                files.commit();
                say(review, marks.marks().size() + " marks are in " + out + ". Send that file and no other.");
                yield 0;
            }
        };
    }

    private void say(Review review, String marks) {
        var stdout = spec.commandLine().getOut();
        MarkSummary.of(review.counts()).forEach(stdout::println);
        reviews.forEach(path -> stdout.println("The review is in " + path + ". It stays at your service."));
        stdout.println(marks);
        if (!judged()) {
            stdout.println("Next: let a professional decide in the review, then run this again with --decisions"
                    + " decisions.csv, --judged-by NAME and --out marks.csv.");
        }
        stdout.flush();
    }

    private Reading<Marks> marks(Review review) {
        return decisions == null
                ? new Reading.Accepted<>(Judging.acceptingSuggestions(review), List.of())
                : Judging.declared(review, Source.of(decisions));
    }

    private boolean judged() {
        return decisions != null || acceptSuggestions;
    }

    private MarkingFiles inputs() {
        return new MarkingFiles(
                Source.of(list),
                Source.of(agreement),
                Source.of(register),
                Source.of(conditions),
                Optional.ofNullable(objections).map(Source::of),
                Columns.of(columns));
    }

    private MarkingSettings settings(Optional<LocalDate> day, Terminal terminal) {
        return new MarkingSettings(
                day,
                accept == null ? OptionalDouble.empty() : OptionalDouble.of(accept),
                doubtful,
                Runtime.getRuntime().availableProcessors(),
                terminal);
    }

    private Optional<LocalDate> day() {
        if (asOf == null) {
            return Optional.empty();
        }
        var day = WrittenDate.parse(asOf);
        refuseUnless(day.isPresent(), "--as-of is no date; write it as yyyy-MM-dd");
        return day;
    }

    private void check() {
        refuseUnless(decisions == null || !acceptSuggestions, "Give --decisions or --accept-suggestions, not both");
        boolean named = judgedBy != null && !judgedBy.isBlank();
        refuseUnless((decisions != null) == named, "--decisions and --judged-by NAME belong together");
        refuseUnless(!judged() || out != null, "Say with --out where the marks go");
        refuseUnless(judged() || !reviews.isEmpty(), "Say with --review where the review goes");
        refuseUnless(reviews.size() <= 2, "--review may be given twice, not more often");
        for (var review : reviews) {
            refuseUnless(
                    isPage(review) || review.toString().endsWith(".csv"),
                    "The name after --review ends in .html or .csv");
        }
        refuseUnless(isProbability(doubtful), "--doubtful is a probability, from 0 to 1");
        refuseUnless(accept == null || isProbability(accept), "--accept is a probability, from 0 to 1");
        refuseUnless(accept == null || accept >= doubtful, "--accept cannot be lower than --doubtful");
        var unknown = Columns.unknown(columns, Marker.ownFiles());
        refuseUnless(unknown.isEmpty(), "--columns names a column that no file has: " + String.join(", ", unknown));
        checkPaths();
    }

    private void checkPaths() {
        var written = new ArrayList<>(reviews);
        Optional.ofNullable(out).ifPresent(written::add);
        Optional.ofNullable(links).ifPresent(written::add);
        var read = new ArrayList<>(List.of(list, agreement, register, conditions));
        Optional.ofNullable(objections).ifPresent(read::add);
        Optional.ofNullable(decisions).ifPresent(read::add);
        for (var path : written) {
            refuseUnless(read.stream().noneMatch(other -> same(path, other)), path + " is both read and written");
            refuseUnless(
                    written.stream().filter(other -> same(path, other)).count() == 1, path + " would be written twice");
            NewFile.obstacle(path).ifPresent(obstacle -> refuseUnless(false, path + ": " + obstacle));
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize())
                    || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isPage(Path path) {
        return path.toString().endsWith(".html");
    }

    private static boolean isProbability(double number) {
        return number >= 0 && number <= 1;
    }

    private void refuseUnless(boolean right, String sentence) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }
}
