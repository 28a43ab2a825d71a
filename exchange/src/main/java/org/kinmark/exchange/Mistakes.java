package org.kinmark.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The mistakes and warnings of one file as they are found. For one thread.
public final class Mistakes {

    private final String file;
    private final List<Mistake> found = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /// @param file as the user named it
    Mistakes(String file) {
        this.file = file;
    }

    /// Adds a mistake in one line.
    ///
    /// @param column its heading, or empty where the whole line is meant
    /// @param message without any value of the file
    public void add(long line, String column, String message) {
        found.add(new Mistake(file, line, column, message));
    }

    /// Adds a mistake of the whole file.
    public void add(String message) {
        add(0, "", message);
    }

    /// Adds what was passed over, without any value of the file.
    public void warn(String warning) {
        warnings.add(file + ": " + warning);
    }

    /// Whether nothing is wrong so far.
    public boolean none() {
        return found.isEmpty();
    }

    /// What was found, in the order of the file.
    <T> Reading<T> refused() {
        return new Reading.Refused<>(
                found.stream().sorted(Comparator.comparingLong(Mistake::line)).toList());
    }

    <T> Reading<T> accepted(T value) {
        return new Reading.Accepted<>(value, List.copyOf(warnings));
    }
}
