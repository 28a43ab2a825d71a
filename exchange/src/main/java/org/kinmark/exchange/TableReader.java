package org.kinmark.exchange;

/// Takes one file's rows and makes of them what the file holds. Used once.
///
/// @param <C> the columns
/// @param <T> what the file holds
public interface TableReader<C extends Enum<C>, T> {

    /// Hears which columns the file has, before its first row.
    default void begin(Layout<C> layout) {}

    /// Takes a row.
    void row(Row<C> row);

    /// The file has ended. What is returned counts only where there are no mistakes.
    T end(Mistakes mistakes);
}
