package org.kinmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.kinmark.exchange.Marks;
import org.kinmark.exchange.MarksFile;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Source;
import org.kinmark.marker.Judging;
import org.kinmark.marker.Marker;
import org.kinmark.marker.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
            "  4. Send marks.csv. Keep a copy for disputes; delete the review and what was saved from it.",
            "",
            "A doubtful link need not come back every round. Add --remember remembered.csv to both calls. Say beside"
                    + " the link whether it is the same person, save same-person.csv from the page too, and give it in"
                    + " step 3 with --same-person same-person.csv. From then on that word counts, whatever the"
                    + " probability, for as long as the list and your register describe the two as they did; any change"
                    + " brings the doubt back.",
            "",
            "remembered.csv names no patient, but whoever has it and your register could find out by trying which of"
                    + " your patients a list has named: keep it with the register. To forget one link, answer \"Cannot"
                    + " tell\" in the next review, or delete its row, known by who said it and when; to forget all,"
                    + " delete the file. Rows are dropped on the next write after two years, and when the patient has"
                    + " left or objects.",
            "",
            "Exit codes: 0 done; 1 the work could not be finished; 2 the call or a file is wrong, one line for each",
            "mistake, and nothing written."
        })
final class MarkCommand implements Callable<Integer> {

    private final InstantSource clock;

    @Mixin
    private MarkOptions options;

    @Spec
    private CommandSpec spec;

    MarkCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        new MarkCheck(options, spec.commandLine()).check();
        var terminal = new Terminal(spec.commandLine().getErr());
        try (var files = new NewFiles()) {
            var reviewFiles = files.beginAll(options.reviews);
            var linkFiles = files.beginAll(options.linkFiles());
            var rememberedFiles = files.beginAllForOwnerAlone(options.rememberedFiles());
            var markFiles = files.beginAll(options.markFiles());
            return switch (Marker.review(options.inputs(), options.settings(today(), terminal))) {
                case Reading.Refused<Review>(var mistakes) -> terminal.refuse(mistakes);
                case Reading.Accepted<Review>(var review, var warnings) -> {
                    warnings.forEach(terminal::say);
                    files.write(reviewFiles, (path, writer) -> {
                        if (MarkOptions.isPage(path)) {
                            review.writePage(writer);
                        } else {
                            review.writeCsv(writer);
                        }
                    });
                    files.write(linkFiles, (_, writer) -> review.writeLinks(writer));
                    files.write(rememberedFiles, (_, writer) -> review.writeRemembered(writer));
                    yield finish(review, files, markFiles, terminal);
                }
            };
        }
    }

    private int finish(Review review, NewFiles files, List<Path> markFiles, Terminal terminal) throws IOException {
        var out = options.out;
        if (!options.judged()) {
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
        options.reviews.forEach(path -> stdout.println("The review is in " + path + ". It stays at your service."));
        options.rememberedFiles()
                .forEach(path ->
                        stdout.println("What was said of links is kept in " + path + ". It stays at your service."));
        stdout.println(marks);
        if (!options.judged()) {
            stdout.println("Next: let a professional decide in the review, then run this again with --decisions"
                    + " decisions.csv, --judged-by NAME and --out marks.csv.");
        }
        stdout.flush();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    private Reading<Marks> marks(Review review) {
        return options.decisions == null
                ? new Reading.Accepted<>(Judging.acceptingSuggestions(review), List.of())
                : Judging.declared(review, Source.of(options.decisions));
    }
}
