package org.kinmark.exchange;

/// Something in a file that a person has to mend. Never quotes the file: it may hold what should not be shown.
///
/// @param file as the user named it
/// @param line counting from 1, as an editor shows it; 0 where it concerns the whole file
/// @param column the heading, or empty where it concerns the whole line
/// @param message what is wrong and what is wanted, without the value
public record Mistake(String file, long line, String column, String message) {

    /// One line for a terminal: file, line, column, message.
    public String sentence() {
        var place = new StringBuilder(file);
        if (line > 0) {
            place.append(", line ").append(line);
        }
        if (!column.isEmpty()) {
            place.append(", column ").append(column);
        }
        return place.append(": ").append(message).toString();
    }
}
