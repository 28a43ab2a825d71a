package org.kinmark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.kinmark.exchange.Columns;
import org.kinmark.exchange.Mistake;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Source;

/// The two files that `kinmark link` compares, read side by side.
record TwoFiles(PeopleFile left, PeopleFile right) {

    /// Where they are and how their columns are called.
    ///
    /// @param leftId the heading of the ids of the left one, or empty for the usual ones
    /// @param leftFamily the heading of its families, likewise
    record Where(Path left, Path right, Columns named, String leftId, String leftFamily, String rightId) {}

    /// Both, or the mistakes of both.
    static Reading<TwoFiles> read(Where where, Terminal terminal, int threads) {
        try (var readers = Executors.newFixedThreadPool(threads)) {
            var readingRight = CompletableFuture.supplyAsync(() -> PeopleFile.read(
                    Source.of(where.right).reportingTo(terminal), where.named, where.rightId, "", readers, threads));
            var left = PeopleFile.read(
                    Source.of(where.left), where.named, where.leftId, where.leftFamily, readers, threads);
            return of(left, readingRight.join());
        }
    }

    private static Reading<TwoFiles> of(Reading<PeopleFile> left, Reading<PeopleFile> right) {
        var mistakes = new ArrayList<Mistake>();
        var warnings = new ArrayList<String>();
        var files = new ArrayList<PeopleFile>();
        for (var reading : List.of(left, right)) {
            switch (reading) {
                case Reading.Accepted<PeopleFile>(var file, var said) -> {
                    files.add(file);
                    warnings.addAll(said);
                }
                case Reading.Refused<PeopleFile>(var found) -> mistakes.addAll(found);
            }
        }
        return mistakes.isEmpty()
                ? new Reading.Accepted<>(new TwoFiles(files.get(0), files.get(1)), warnings)
                : new Reading.Refused<>(mistakes);
    }

    @Override
    public String toString() {
        return "TwoFiles[" + left + ", " + right + "]";
    }
}
