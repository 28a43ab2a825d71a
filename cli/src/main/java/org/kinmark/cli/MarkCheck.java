package org.kinmark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kinmark.exchange.Columns;
import org.kinmark.marker.Marker;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Refuses a call of `kinmark mark` that makes no sense, before anything is read.
final class MarkCheck {

    private final MarkOptions options;
    private final CommandLine call;

    MarkCheck(MarkOptions options, CommandLine call) {
        this.options = options;
        this.call = call;
    }

    /// @throws ParameterException with the first thing that is wrong
    void check() {
        judging();
        reviews();
        numbers();
        var unknown = Columns.unknown(options.columns, Marker.ownFiles());
        refuseUnless(unknown.isEmpty(), "--columns names a column that no file has: " + String.join(", ", unknown));
        new DistinctPaths(read(), written()).obstacle().ifPresent(obstacle -> refuseUnless(false, obstacle));
    }

    private void judging() {
        refuseUnless(
                options.decisions == null || !options.acceptSuggestions,
                "Give --decisions or --accept-suggestions, not both");
        boolean named = options.judgedBy != null && !options.judgedBy.isBlank();
        refuseUnless(
                (options.decisions != null || options.samePerson != null) == named,
                "--judged-by NAME belongs to --decisions and to --same-person, and each of them needs it");
        refuseUnless(!options.judged() || options.out != null, "Say with --out where the marks go");
    }

    private void reviews() {
        refuseUnless(options.judged() || !options.reviews.isEmpty(), "Say with --review where the review goes");
        refuseUnless(options.reviews.size() <= 2, "--review may be given twice, not more often");
        for (var review : options.reviews) {
            refuseUnless(
                    MarkOptions.isPage(review) || review.toString().endsWith(".csv"),
                    "The name after --review ends in .html or .csv");
        }
    }

    private void numbers() {
        var accept = options.accept;
        refuseUnless(isProbability(options.doubtful), "--doubtful is a probability, from 0 to 1");
        refuseUnless(accept == null || isProbability(accept), "--accept is a probability, from 0 to 1");
        refuseUnless(accept == null || accept >= options.doubtful, "--accept cannot be lower than --doubtful");
        refuseUnless(options.asOf == null || options.day().isPresent(), "--as-of is no date; write it as yyyy-MM-dd");
    }

    private List<Path> read() {
        var read = new ArrayList<>(List.of(options.list, options.agreement, options.register, options.conditions));
        Stream.ofNullable(options.objections).forEach(read::add);
        Stream.ofNullable(options.decisions).forEach(read::add);
        Stream.ofNullable(options.samePerson).forEach(read::add);
        return read;
    }

    /// What is remembered is written by some calls only, and stands here in each: it must be no other
    /// file in any.
    private List<Path> written() {
        var written = new ArrayList<>(options.reviews);
        Stream.ofNullable(options.out).forEach(written::add);
        Stream.ofNullable(options.links).forEach(written::add);
        Stream.ofNullable(options.remember).forEach(written::add);
        return written;
    }

    private static boolean isProbability(double number) {
        return number >= 0 && number <= 1;
    }

    private void refuseUnless(boolean right, String sentence) {
        if (!right) {
            throw new ParameterException(call, sentence);
        }
    }
}
